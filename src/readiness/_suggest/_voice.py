"""
Words by which papers that are evidence can be told from others; not edited by hand.

`benchmarks/fit_suggest.py` learned them from labelled documents, for one catalogue. Another catalogue does without.
"""

from __future__ import annotations

_CONTACTPOINT = """
abl 5 absenc -13 abus -7 academi -4 accept -10 acceptabl -2 access 9 accident -11 account 21 accreditation -8 accuraci
-3 acknowledg 3 across -1 act 12 action -3 activiti 1 ad 3 add 7 address 8 administrator 7 admission 1 adopt 5
adoption 6 adult -12 advic -7 advis -5 adviser -6 affect -4 afresh 4 afternoon 2 agenci 16 agent 6 agre 12 agreed 14
agreement 8 ahead 6 aid -2 aim -1 alarm -7 alcohol -8 alert 6 allow 4 alon 4 along -1 aloud 3 alreadi -1 alter 3 amber
-1 amend 1 analyst 4 annex 14 annual 2 answer -1 apart -5 apologi -8 app 5 appeal -19 appendix 2 appli 4 application
-1 appoint -7 appointment 2 approv 4 april 2 archiv 9 area 5 aren -4 argu -2 aris -2 arrang -1 arrangement 3 arriv 4
articl 1 ask 12 assessment -8 asset 3 assistant -5 assuranc 10 attach -8 attend -4 attendanc -11 audit -16 auditor 7
august -8 authentication -1 authenticator 6 authoriti 5 automatic 3 autumn 1 babi -2 background -5 badg -15 band -11
bank -11 basic -1 batteri -5 bear -5 beforehand 4 began -9 begin 4 behalf 5 behaviour -9 behind -6 believ 5 belong 1
benefit -4 besid 9 best 7 better -4 beyond 3 bill -9 bin -8 birth 12 birthdai 16 blank 6 block 7 blu -4 board 1 bodi 7
book -13 borough -7 box -1 breach -15 break -7 bring -2 broken 5 brother 4 brought 8 browser 11 buddi 4 budget 3
bureau -3 bus -8 business -5 button -1 buy -8 cabinet -5 caf -8 caldicott 6 calendar -3 call 4 caller 8 cam 6 cancel
-4 cancell -3 capaciti 8 car -4 card -7 carer -1 carri 2 cas 2 castl -1 categori -2 cater -6 caus 4 cc 15 cent -14
central 3 certificat 4 chair 3 challeng -4 chang 5 chapter -8 charg -4 chariti 11 chas 12 chat 1 check 12 checklist 13
chief 8 child 13 children 1 choic 9 choos 2 chosen 3 christma 5 civil -7 claim -11 class -3 claus -4 clean -13 clear 5
clerk -5 client 18 clinic 12 clinical 7 clock -1 clos 6 club -8 co -8 coach -11 cod -4 colleagu 14 collect 8 colleg 5
colour -2 com -4 comment -12 commission 4 commissioner 12 committe 4 common -4 communication -8 communiti -5 compani
-4 compar -2 complain 9 complaint -10 complet 11 complianc 1 compulsori -5 computer 8 concern 2 condition -1 conduct 5
confidenc -4 confidential -4 confidentialiti 9 confirm 19 confirmation 9 connect 12 connection 16 connexion 10 consent
-17 consider -1 constabulari 7 consultant 7 contact 1 contactpoint 30 contain 14 content -1 contract -10 contractor -7
control -3 controller -2 copi -6 coroner 3 corporat 12 correct -1 correction -5 cost -14 council 6 councillor -6 count
1 counter 1 counti 9 cours 3 court 5 cover -4 crb -5 creat -14 crim -5 criminal -5 cross -3 customer -16 cut -6 cyber
1 daili -1 damag -12 danger 1 dat 13 data 11 databas -13 day 8 dbs -8 dead 4 deal -4 dealt -6 dear 1 death -8 december
2 decid 13 decision 2 declaration -8 deed -1 delai 1 delet 3 deliveri 4 demand 1 department -4 depend -2 deposit -11
depot -7 deputi 4 describ -10 description -8 designat 9 desk 5 desktop 13 destroi 12 detail 4 development 11 devic 10
didn -4 die -12 differenc -5 different 9 digital -4 direct 5 director 1 directorat 4 directori 2 disabiliti -5 disabl
12 disagre -1 disciplin -2 disciplinari -2 disclos 3 disclosur 9 discuss 1 disk 9 dismissal 8 displai -1 disput -16
doctor 4 doesn 2 dog -12 domestic 1 door -8 doubt 4 dpo 5 draft 3 draw -7 drawer 2 drawn -1 drill -7 drink -1 driv -2
driver -12 drop 5 drug 1 dry -9 due -7 duplicat -5 duti 9 earli 3 east 1 edition 1 edt 6 education -1 effect -5 eight
-5 eighteenth 9 eleven -2 elsewher -1 emergenci -4 emploi 12 employe -10 employer 4 employment 1 encrypt 1 end -3
engineer -11 england -9 enhanc 6 enquiri 7 enter 4 entitl -3 entri 10 envelop -7 equipment -6 error -9 escalation 6
essential -6 event -7 everybodi -4 everyth 5 evidenc 2 ex -3 exampl 14 except 4 exception 3 exchang -2 executiv 3
exercis -2 exist 5 exit 1 expect 5 experienc 1 explain 13 extend 3 external 2 extract -3 eye -9 fac -6 faciliti -11
fact 3 fail -3 failur -5 fair 2 fall 2 famili 27 far -7 father 8 fault -1 fax 5 feb 8 februari 2 fee -3 feed 11 feel 1
field -1 fifteen -2 fifth -3 figur 3 fil 6 fin -7 final 2 financ -9 find 1 finish -3 fir -3 firewall 11 firm 2 fit -3
fiv 4 fix 4 flag 7 flood -1 floor -9 fold 3 folder 10 follow 9 food -8 forc 8 form 4 forti 2 fortnight 8 foster 5 four
3 fourteen -3 framework -6 fraud -8 fre -11 fresh -2 fridai 3 friend 5 front -4 full -2 fund -2 gat -11 gatewai 7 gav
-1 gcsx 2 general -1 generalli 2 glass -4 gon 6 good -1 got 5 governanc 10 government -14 governor 2 gp 12 grad 4
grant -1 greater 3 green -4 grid 1 gross 3 group -1 guardian 7 guess 2 guest 6 guid -6 guidanc -2 half 1 hall -3 hand
-3 handbook -1 handl -1 happen 13 happi -4 hard -4 harm 13 hasn -1 head 11 health 1 hear 2 heard 2 held -6 help -9
helpdesk -15 helper 4 hid -4 hidden 4 high 8 hir -7 histori -3 hold -9 holder -1 holidai 2 honest 3 hop -4 hospic -1
hospital -4 hous 3 hr -4 hub 2 hundr -1 hurt -6 icb 3 ico 10 ict 10 id 6 identifi -5 identiti 12 ig -3 impact -7
implementation 2 incident 9 includ 3 independent 7 index 8 individual 3 induction -21 inform 5 information 22 initial
4 inquiri -3 insid 1 inspect -4 inspection -10 inspector -2 install 2 instanc -7 instead 2 insuranc -7 insurer -8
integrat 7 interest -10 internal -13 internet 8 interview -6 intranet 4 introduction -3 investigat 8 investigation 10
invoic -4 involv 14 involvement 6 isn 1 issu 3 item 3 jan 9 januari -1 job 2 join 5 joint 8 judg 1 juli 3 jun 2 junior
-9 kettl -9 key -14 kind 2 kitchen -3 knew 4 label -6 lan -4 languag 2 laps 4 laptop 13 larg 2 lat -2 later 8 law 3
lay 2 lead 7 leader 5 leaflet 2 learn 6 leas 2 leav 8 leaver 17 legal -7 lend -1 lent 3 lesson 2 letter 4 level -4
librari -9 licenc -7 licens -8 lift -5 light -5 likeli 7 limit 3 lin 10 link -8 list 19 listen -1 littl -7 liv 9 ll
-17 local -11 location -5 lock 16 log 9 long -1 longest -7 look 3 los -12 loss -5 lost -18 lot 2 low 7 lower -3 lscb 3
ltd -1 lunch -5 machin 13 mail 9 mailbox -3 main 11 manag -3 management 1 manager 24 manual -3 map -7 march 4 mark -1
marriag -1 mash -1 match -1 material 8 matter -3 mean 5 meantim 1 meanwhil -1 measur 2 media 2 mediat -16 medical -13
medium 6 meet -4 member -10 mend -5 mental -3 merg 8 messag 4 met 4 metropolitan -4 mill -6 mind 7 minut -2 misconduct
5 miss -5 mistak 6 misus -8 mobil -1 mon 4 mondai 4 monei -3 monitor -5 month 17 monthli 4 morn 6 mostli 6 mother 5
mov -8 mr -1 mrs 11 multi -4 nam 18 national 6 near -4 nearli 2 network -4 nhs 21 night -1 nin 1 nineteen -3 nineti -1
noon -8 normal 2 north 5 notic -6 notifi 17 nov 6 november 3 number 8 nurs 19 object -5 october -2 odd -1 offenc 4
offend 2 offer 1 offic -7 officer -2 onlin -7 open 2 operat 2 operation -5 operator -12 opinion 8 order 6 ordinari 4
ordinator -4 organisation 16 original 3 otherwis 4 ought 1 outcom -5 outsid 8 overrid -15 overview -1 owner -5 pack -2
pag 4 paid -10 panel -2 paper 5 paragraph 7 parent 2 parental 8 parish -7 park -5 parti -5 particular 5 partner 17
partnership 9 pass 21 passport 8 password 4 patch 6 patient 5 pay -8 payment -6 payroll 12 pc 7 pct 16 penalti -12
peopl 16 period -8 permission -4 person 26 personal 5 personnel -1 phon 11 photo -1 photograph -7 pick 4 pictur -1 pin
5 placement 2 plai 1 plan -1 pleas -2 pm 10 point -11 polic 2 polici -15 pool -4 portal 6 position 4 post 3 postcod -1
pound -25 power -5 practic 2 practitioner 8 premis -6 present 11 press -3 primari 2 principal -4 print -1 prioriti 9
privaci 1 privat -3 probation 8 problem -7 procedur 9 process 12 produc 2 professional 5 programm -6 progress -4
project -6 promis -3 proof -3 properti -7 protect -5 protection 2 protocol 8 prov 4 provid -1 provider 1 public -7
publish -1 pull 2 pupil 2 purpos 9 qualiti -2 quarter 15 quarterli 1 queri 6 question 3 queu -5 quiet -1 rais -1
random -3 rang -3 rat -4 re -14 reach 8 read 6 reader -6 readi -6 real 1 reason 29 reasonabl 5 receipt -4 receiv 8
reception -6 receptionist -2 recommendation 10 record 18 red 3 refer -4 referenc -3 referral -11 refresher 8 refug 7
refus 7 refusal 6 regional -7 register -6 registration 3 regulation -11 regulator 12 releas -4 reli 9 remember -3
reminder -2 remov -2 renew 1 repeat 2 replac -6 replacement 9 repli 4 report 5 representativ -2 request -2 requir -1
requirement -2 reset 4 resident -3 resourc 11 respons 5 responsibiliti 10 responsibl 10 rest 7 restrict 4 result -4
retention 4 return -9 review 5 right 7 risk 8 road -10 rol 10 roll 3 room -13 rota -3 round 1 row 2 rul 7 run 2 rung 7
saf 7 safeguard 3 safeti -10 said -5 sampl 8 sat 2 satisfi 2 saturdai -6 saw 4 scan -3 schedul 7 schem -13 school 26
scop -1 scor 4 screen 11 seal -3 search 20 secondari 1 secretari -7 section 1 sector 5 secur 11 securiti -1 self -4
send 14 senior 9 sensitiv -14 sent 4 sentenc 2 separat 4 september 4 serial 6 serious 12 serv -6 servic 7 session 6
seven -3 sexual -1 shadow 9 shar 9 sheet 7 shield -24 shift -3 shir -1 shouldn -4 shred 1 shut 3 sickness 2 sid 3 sign
7 signatur 2 significant 6 singl -6 sister 2 sit 7 six 2 sixteen 1 sixti 3 slip 3 slow 5 small -4 social 7 softwar 8
solicitor -2 sometim 2 soon 6 sooner -1 sorri -10 sort 9 sourc 12 south 10 spar -2 speak -2 special -2 speed -7 spend
-6 spoken 2 spot 3 spreadsheet -2 spring -5 st 3 staff 22 stag -9 stai -5 stamp -7 stand 9 standard 5 starter 10 stat
-15 station -5 status 2 step 11 sticker 7 stock 6 stolen 13 stop -3 stor 6 stori 2 straight 7 street -4 student 9
subject -2 summari 6 summer -3 sundai -5 supervision -1 supervisor -18 supplier 12 support 3 sur 12 surgeri 8 surnam 9
survei -5 suspect 6 suspend 4 swap 4 switch 2 switchboard 6 system 24 tablet 1 talk -6 target 7 task -6 tax -5 tea -1
teacher 13 team 31 technical -5 technician 3 telephon 3 temporari 5 ten -6 tenanci -5 tenant -10 term 9 test 15 text
-5 thank -4 theft 5 think 1 thirti 5 thought -2 threat 2 thursdai -5 tick 5 ticket 2 till -10 tim -1 titl 1 todai 11
token -17 told 27 took 4 tool 8 top -3 total -3 town -4 trac 3 track -1 tracker -4 trad -2 traffic -1 trail 2 train -9
transfer 2 transport -5 travel -2 tre -7 treat -3 treatment -10 troubl -1 trust 9 try 7 tuesdai -2 turn 6 twelv -3
twenti -2 twic -5 twin -1 typ -3 understand 10 unit 5 unlock 8 updat 12 ups 12 urgent 3 user 26 usual -4 usualli 2 val
3 ve -13 vehicl -4 version 3 vet -1 view 5 violenc -2 visibl 3 visit 2 visitor 5 voic -2 voluntari 13 volunteer -3
wait -4 walk -1 want -1 ward 3 wash -4 wasn -4 watch -7 water -7 websit -4 wednesdai 4 week 16 weekli 11 welcom -13
welfar -5 went 11 wet -4 whenever 7 whereabout 1 whichever 2 whit -10 whoever 6 window -2 winter -8 wip 4 wish -1
withdrawn 5 witness 1 won -10 word 3 work 11 worker 34 workforc 11 workstation -12 worri 3 writ 1 written 3 wrong 6
wrot 7 year -7 yearli -2 yellow 3 young 21 yourself 3 youth 3
"""
_TENTH = 0.1


def _read(told: str) -> dict[str, float]:
    """Return stems with what each weighs; they are written with tenths."""
    names, tenths = told.split()[::2], told.split()[1::2]
    return {name: int(weight) * _TENTH for name, weight in zip(names, tenths, strict=True)}


VOICES = {"contactpoint-oa": _read(_CONTACTPOINT)}
"""By the id of the catalogue: stems, and how much each speaks for a paper, or against."""
