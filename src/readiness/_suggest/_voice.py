"""
Words by which papers that are evidence can be told from others; not edited by hand.

`benchmarks/fit_suggest.py` learned them from labelled documents, for one catalogue. Another catalogue does without.
"""

from __future__ import annotations

_CONTACTPOINT = """
abl -3 abroad 5 absenc -9 abus -1 academi 2 accept -10 acceptabl 4 access -13 accident -7 account 22 accredit -7
accreditation -13 accuraci -1 accurat 3 acknowledg 7 across -1 act 3 action 11 activ 5 activiti -4 actual 2 actualli
-1 ad 11 add 2 address 20 adequat 6 admin 8 administration 2 administrator 11 adopt 5 adopter -10 adoption 9 adult -7
advanc -7 advic -15 adviser 3 advisori 7 advocat 7 affect -4 afraid 1 afterward -3 age -15 agenci 22 agenda -8 ago 4
agre 22 agreed 17 agreement 11 ahead 1 aid 2 aim 6 alarm -1 alcohol 1 alert 8 alik 6 aliv 1 allegation -6 allergen -8
allergi -10 allocat 5 allow -1 almost -1 alon 6 along 3 aloud 2 alreadi -10 alter 7 alternativ -5 amber 5 amend 6
amendment 5 amount -4 analysis -1 analyst 3 animal -14 annex 7 announc -12 annual -1 anonymous -4 answer 11 answerabl
1 anti 15 apart -6 apologi -10 app 6 appeal -16 appear -10 appendic -2 appendix -3 applicant -1 application -7 appoint
7 appointment 7 appraisal 6 apprentic -2 approach 1 approv 4 approval 11 apr -4 april -3 apron -6 archiv 8 area -10
aren -7 argu -6 argument 6 aris -3 arm -9 around -3 arrang 4 arrangement 2 arriv 3 arrival -9 articl 9 ask 18 assembli
-3 assessment -2 assessor -7 asset 3 assign 9 assistant -2 association -4 assum 4 assuranc 14 astrai 6 attach -8
attempt 4 attend -12 attendanc -3 auditor 19 aug 2 august -11 authentication -3 authenticator 9 author -5 authoris -8
authorisation -6 authoriti 4 automatic -5 automaticalli 2 autumn 5 availabl 1 averag -6 avoid -8 await -1 awar 1 award
-15 awkward 8 babi -2 background -13 backup 4 bad -3 badg -20 badli 2 bag 4 balanc -10 ban -4 band -5 bank -9 bar -4
barrier -3 bas 2 basic -4 batch -2 batteri -9 bay -2 bear 1 becam -3 becom 1 bed -7 beforehand 5 began -12 begin 3
begun -8 behalf 2 behaviour -7 behind -7 believ 9 bell -3 belong 12 bench -3 beneath 1 benefit -10 bent 3 bereavement
-9 besid 11 best 8 better -2 bev 14 beyond 6 bid -9 big -3 bik -8 bill -13 bin -8 bind -4 birth 21 birthdai 22 biscuit
-5 bit -4 black -8 blank 8 block 7 blu -4 board 6 bodi 10 boiler -1 book -6 boot 2 born -2 borough -3 borrow 3 bottl
-4 bottom -2 bought -1 bounc 3 bound -4 boundari -8 box -6 boy -4 branch -11 brass -2 breach -16 break 6 breakfast -8
bridg -4 brief 9 bring 2 broadband 16 broken 4 brother 4 brought 1 brows -4 browser 8 buddi 10 build -16 built -2 bulk
1 bureau 3 burst -1 bus -3 busi -15 business 5 buy -11 cabinet -4 caf -13 cak -7 caldicott 4 calendar -4 call 10
caller 9 calm -3 cam 14 camera -16 camh 6 canal -4 cancel -4 cancell 1 candidat -2 canteen -11 capaciti 6 car -1 card
-13 carer 1 carri -9 cas 4 caseload 8 cash 6 castl -1 casual -2 cat -5 catalogu -7 catch 3 categori -15 cater -5
caught -2 caus 12 caution -3 cc 18 cctv -4 cd 1 cell -5 census 4 cent -5 centr -5 central 12 certain 1 certifi 8
certificat 19 chain -1 chair 3 challeng -3 chang 9 chapter -7 character 4 charg -8 chariti 20 chart -8 chas 11 chat -2
check 26 checklist 14 chief 12 child 27 childminder 4 children 9 chip -2 choic 4 choos 4 chosen 4 christma 1 church -4
circular 3 circumstanc -4 citi -2 civic -1 civil -5 claim -8 class -3 claus 5 clean -17 cleaner 2 cleans -5 clear -2
clerk -8 click -2 client 6 clinic 4 clinical 12 clock -1 clos 8 closur -8 cloud -7 club -11 cluster -3 co -8 coach -3
coat -4 cod -9 coffe -13 cold -2 colin 4 collar -4 colleagu 19 collect -1 collection -6 colleg 6 colour -4 column -6
com 10 comment -21 commission 4 commissioner 12 commit 2 committe 13 common -6 communication -2 communiti -5 compani
-1 compar 11 competenc -5 competent -3 complain 5 complaint -16 complet 18 completion 4 complex 7 compli -1 complianc
10 compliment 3 computer 2 con -3 concern 9 condition -2 conduct 13 conferenc -9 confidenc -3 confidential 12
confidentialiti 5 configuration 11 confirm 29 confirmation 12 connect 7 connection 12 connexion 14 consent -43
consider -7 constabulari 7 consult -2 consultant 3 consultation -10 contact -10 contactpoint 47 contain 5 content 10
contest 1 continu 2 continuiti 9 contraception 3 contract -3 contractor -6 control -13 controll -8 controller 2
conversation -2 conviction -1 cook -3 coordinator 2 copi 16 corn -4 corner -11 coroner 5 corporat 15 correct 3
correction -12 correspondenc -4 corridor -1 cost -9 couldn -5 council 10 councillor -3 counsell -1 counsellor 5 count
1 counter -6 countersign 9 counti 10 countri -5 courier 2 cours 2 court -4 cousin 2 cover 7 cp 17 crack -5 crb -12
creat -4 credit -14 crew -2 crim 2 criminal 6 criteria -9 critical 6 cross -7 cup 2 cupboard 1 cur 7 curiositi 9
current -1 custodi -1 customer -15 cut -10 cvs -8 cyber 7 cycl -3 cyp 9 dad 3 daili -2 damag -7 dangerous 1 dark -3
dashboard -1 dat 16 data 16 databas -14 daughter -1 day 18 dbs 4 deal -3 dealt -2 dear -8 death -21 debrief 8 debt -3
dec 3 deceas 4 december -5 decid 13 decision 5 declar 1 declaration -6 declin 3 deed -1 default -7 defer -10
definition -2 delai 5 delegat -5 delet 5 deliberat 6 deliver -3 deliveri 3 demand -8 democratic -4 deni 10 dental -1
dentist -6 department -13 depend -2 deposit -9 depot -15 deputi 3 describ -14 description -4 design -3 designat 16
desk 7 desktop 17 destroi 11 detach 5 detail 2 detection -1 development 8 devic 20 diari -2 didn -1 die -12 differ -1
differenc 1 different 8 differentli 2 difficult -3 digital -2 direct 12 director 7 directorat 4 directori 4 disabiliti
-2 disabl 12 disagre -4 disagreement -1 disc -5 discharg -1 disciplin -2 disciplinari 2 disclos 2 disclosur 2 discount
-6 discussion -10 disk 18 dismiss -11 dismissal 8 displai 2 disposal -7 disput -30 distress -3 distribution -3
district 5 divid 1 division 1 dock -2 doctor -1 document 8 doesn 4 dog -12 domestic 1 door -10 doubl -2 doubt 7
download -4 dp 9 dpa -6 dpo -2 dr -2 draft 5 drain -3 draw -6 drawer -2 drawn 6 dress 6 drill -3 drink -2 driv 5
driver -24 drop 5 drug -4 dry -7 due 1 duplicat -10 duti 14 earli 10 earlier -1 easi 6 east -4 easter -2 eat 1 ecrb
-14 edg -1 edit -5 edition -3 edt 8 education 8 educational -2 effect -11 effectiv 2 eight -1 eighteen 2 eighteenth 14
election -12 electoral -6 eleven 4 elsewher -3 email 3 emergenci -8 emploi 21 employe -8 employer 9 employment -7
empti 3 encrypt 14 encryption 13 end 4 energi -1 enforcement -8 engag 3 engagement 3 engin -4 engineer -4 england -4
english -8 enhanc -10 enquiri -4 enter 7 entitl -1 entri 21 envelop -4 environment -2 environmental -10 equal -3
equaliti 5 equipment 3 equivalent 1 error -11 escalat -4 escalation 1 essential -7 establish 3 establishment 2 estat
-4 estimat -8 ethniciti 1 event -4 everybodi -1 everyth 4 evidenc 7 ex 4 exactli 5 exam -2 examin 1 examination -8
exampl 5 except 5 exception 7 exchang -6 exclud -8 exclusion -3 executiv 2 exempt -11 exemption -1 exercis -4 exit 5
expect 10 expens -5 experienc -4 expir -1 expiri -7 explain 12 explicit 4 export 2 ext 8 extend 5 extension 8 external
-9 extra -3 extract 2 extranet 9 eye -8 fac -5 faciliti -7 fact 15 factor 1 fail 1 failur -5 faith -4 fall 7 fallen -2
fals 3 famili 35 far -6 farm -8 father 11 fault 5 faulti 4 favour 3 fax 7 featur -20 feb 13 februari -1 fed -1
federation 2 fee -12 feed 9 feedback -4 feel -11 feet -6 fell -9 fenc -8 fetch 3 fewer -1 field 2 fifteen 1 fifth -3
fifti 3 figur -5 fil 16 fill 2 film -3 filter -5 fin -2 final 7 financ -8 financial 6 find 6 finder 1 finish 1 fir 2
firewall 22 firm -5 fit -11 fix 10 flag 8 flat -11 fled -6 flood -7 floor -13 flow 6 folder 9 follow 20 food -17
football -2 forc 14 forenam 2 foreword -2 forget 1 forgotten 1 form 8 formal 9 format -4 former 3 forti -2 fortnight 7
forum -6 forward -9 foster 7 found 11 foundation 3 four 6 fourteen -5 fourth 2 framework -18 fraud -6 fre -5 freedom
-2 freez -1 fresh -2 fri 2 fridai 6 fridg 5 friend 10 friendli -9 frighten -2 front -3 frozen -9 fuel -10 full 7
function 5 fund -14 funeral -6 furnitur -4 fw 8 gadget -12 gain 2 gang -2 gap -1 garden -4 gas -11 gat -25 gatewai 12
gather -1 gav -3 gazetteer -1 gbp -7 gcs -8 gcsx -2 gdpr 12 gender 4 general -9 generalli 1 gift 4 gillick -2 girl 2
glad -6 glass -11 glov -4 gold -11 gon 9 good 2 got 3 govern 4 governanc 20 government -24 governor 2 gp 17 gps 5 grad
3 grandmother 3 grandparent -1 grant -10 grav 10 great 2 greater 4 green -5 greet -2 grei 5 grid 5 grievanc 8 gross 9
ground -5 group 9 grow -4 grown -2 guarante -7 guard -16 guardian 1 guess -4 guest 6 guid -5 guidanc -2 guidelin 2
guildhall 1 half -5 hall -2 hand 8 handbook 14 handl 1 handover 4 hang 6 happen 18 happi -2 harbour -2 hard -12
hardwar 1 harm 13 harrowmer 11 hasn -10 hat -8 hatch 1 haven 2 head 14 headset 5 headteacher 3 health 12 hear 2 heart
-1 heat -6 height -8 held -4 hello -9 help -14 helpdesk -24 helper -1 helplin -5 hi 5 hid -5 high 15 higher -1 highwai
-2 hill -4 hir -3 histori -9 hold -5 holder -13 holidai 5 hom 2 hook -4 hop -9 hos 2 hospic 3 hospital -11 host -1 hot
-4 hour 3 hous -6 household -3 hr -4 hub 13 human 17 hundr -4 hunt 2 hurri -5 hurt 1 husband -3 hv 10 hygien -5 icb 7
ice -6 ico 6 ict 9 id 10 idea -13 identifi 1 identiti 13 ig -5 ii -4 iii -7 illness -7 imag -3 immediat 9 immunisation
-13 impact -7 implementation 13 implication -6 impossibl 6 improv 17 improvement -3 incident 31 includ 3 inclusion -5
incom -4 increas -3 independent 6 index 15 induction -20 infant 5 info -2 inform 3 information 31 infrastructur -1
initial 14 initiall 2 injuri -6 inquiri 1 ins 6 insid 6 inspection -3 inspector -2 install 6 instanc 4 instead 5
instruction 1 insuranc 1 insurer -5 integrat 1 integriti 8 intend -1 interest -15 interim 2 interlock -4 internal 10
internet 5 interpreter 1 interval -16 interview -11 intranet 2 introduction 4 invent 4 inventori -14 investigat -1
investigation -1 investigator 3 invit -13 invitation 2 invoic 2 involv 17 involvement 18 ip -10 isn 1 iso 1 issu 5
item 6 iv -5 jan 14 januari -2 jo 3 job 3 join -10 joiner -9 joint 7 journal -7 journei -7 judg 2 juli 2 jun -2 junior
-6 justic 1 justifi 7 keeper -1 kestrel 8 kettl -7 key -14 keyboard -2 kill 6 kin 3 kind 2 kindli -4 kit 7 kitchen -4
knew 2 knock -3 knowledg -1 label -5 lack 4 ladi -13 laid 6 laminat -2 lamp -8 lan -2 land -5 landlord -1 languag 4
lantern 9 lanyard 4 laptop 26 larg -5 larkfield -1 lat 5 later 19 latest 16 law 1 lawful -1 lay 8 layer -2 layout 4
lead 19 leader 14 leaflet -1 leak -5 lean -1 learn 1 leas 5 leav 8 leaver 5 led 3 left 5 legal -6 leisur -3 lend 1
length -8 lent 4 lesson 6 letter -1 level 17 liabiliti -1 liaison 1 librari -6 licenc -7 licens -12 lid 3 lie -4 lif
-4 lift -12 light -4 likeli 10 likelihood -2 likewis 4 lim 8 limit -5 lin -6 link -8 list 6 listen -10 littl -7 liv 17
ll -14 load -3 loan -8 local -16 location -5 lock 26 locker -5 lodg -1 log 23 login 13 lon 7 longer 1 look 21 loop -6
los -11 loss -8 lost -14 lot -1 low 2 lower -1 lscb 2 ltd 1 lunch -2 machin 3 magistrat -3 mail 15 mailbox -4 main 3
maintain -1 maintenanc -3 major -2 maker -7 malwar 6 man -2 manag -8 management 22 manager 29 manner -4 manual -9 map
-1 march -6 mark 9 marker 3 market -9 marriag 9 marsh 13 mash 1 master -7 mat -4 match -8 material 6 materniti 1
matrix 1 matter -7 mbc 4 md 8 meal -5 mean 1 meant -5 meantim -10 meanwhil 3 measur 4 media -11 mediat -25 mediation
-7 medical -10 medicin -7 medium 10 meet -6 member -11 membership -4 memorabl 5 memori -2 men -3 mend 6 mental -2
mentor -2 mereli 3 merg 8 meridian 2 merit -4 messag 8 met 3 meter -13 method -4 metr -4 metropolitan -1 mfa 5 middl
-2 midnight -5 midwif -1 mil -6 mileag -5 mill -8 million -7 mind -1 minibus 1 minister -6 minor -11 minut -9
misconduct 12 miss 7 mistak 1 mistaken 2 misus -17 mix -4 mm -6 model 2 modul 3 moment 2 mondai 14 monei -9 monitor
-20 month 26 moor -1 morn 10 mostli 9 mother 7 mouth -1 mov -4 movement -9 mr -4 mrs 6 multi -1 mum 4 museum -6 music
8 nam 35 national 14 near -2 nearest -1 nearli -4 necessari 7 neglect 4 neighbour -6 network -3 neutral -1 newsletter
2 newspaper -3 nhs 26 nic -5 night 1 nightli 5 nil 2 nin -6 nineteen -2 nineti -1 nod -2 nois -4 nominat 4 noon -12
normal 4 normalli 5 north 3 northern -10 notic -7 notifi 20 notification 9 nov 2 november 3 nowher 6 nuisanc 2 number
13 nurs 18 nurseri 12 oad -15 object -6 objection 10 objectiv 8 oblig 4 observ 6 obtain 1 occasion -1 occupational -12
oct 6 october -1 odd 2 offenc 6 offend 4 offender -6 offer -4 offic 10 officer 14 official -7 oil -5 ok 12 older -7
ombudsman -10 onlin -6 ons 4 open 10 operat 6 operation -1 operativ -6 operator -17 opinion 14 opportuniti -2 opposit
3 ops -7 option -4 oral -4 orang 3 orchard 8 ordinari 6 ordinator -6 org 3 organisation 12 original 8 otherwis -2
ought -6 ourselv 16 outcom -2 outlin -2 outreach 7 outsid 9 outstand 3 overdu 4 overrid -27 overridden 2 overview -5
owner -3 pack -3 packag -1 pad -4 padlock 6 paediatric 1 pag 5 paid -9 paint -7 pair 5 panel -3 panic 3 paper -9
paperwork -3 paragraph 14 parent 1 parental 5 parish -9 park -5 parti -2 particular 15 partner 13 partnership 12 pass
30 passenger -7 passport 4 password 12 past 1 pathwai 3 patient -6 pattern 3 paus -5 pay -13 payment -3 payroll 19 pc
14 pct 20 peak 1 pen 1 penalti -9 penhallow -1 pension -21 peopl 28 perform -1 performanc 3 period -6 permanent -1
permission -1 permit -2 person 30 personal 8 personnel -5 petti 8 phas -3 phish -12 phon 20 photo -1 photocopi 8
photograph -7 pick 12 piec 2 pilot 2 pin 15 pink 2 pip -3 pitch -4 placement 8 plai -6 plain 4 plainli 1 planner -2
plant -11 plat -11 platform -1 player -11 pleas -4 plug 8 plus 1 pm 2 pocket 1 point -11 polic 16 polici -16 polish 8
politeli -5 poll -5 pool -11 poor -1 port -5 portal 10 position 3 possibl 3 post 21 postcod 6 pound -19 power -2
practic 7 practitioner 20 pre 12 prefer -2 pregnanci -6 premis -12 premium -6 prepar 7 prescrib -7 presenc 2 present 6
press -3 pressur -8 prevent -4 previous 8 pric -14 primari 12 principal -2 principl 2 print 12 printer 6 prioriti 6
pris -6 privaci 13 privat -4 privileg -2 probation 13 problem -2 procedur 6 proceed 6 process 4 procurement 1 produc
-7 product -3 professional 13 program -2 programm -1 progress -11 project -8 promis 3 prompt 1 promptli 7 proof 12
prop -3 proper -2 properli 3 properti -2 proportion 2 propos -6 prosecution -7 protect 6 protection 12 protocol -2
prov 1 provid -6 provider 8 pub -4 public -4 publish -8 pull 6 pump -6 pupil 4 purchas -6 purpos 11 quai -3
qualification 5 qualiti -2 quarter 10 quarterli -4 queri 3 question -6 questionnair 5 queu 3 quick 1 quickli -5 quiet
7 quot -3 radio -5 rag -6 rain -6 rais -4 ran -4 random -1 rang -4 rank -1 rapid 6 rar -5 rat -5 ratifi 2 ray -3 re
-10 reach 10 read 2 reader -8 readi -11 real 2 realli -7 reason 25 reasonabl 8 recall 2 receipt 3 receiv 11 reception
-8 receptionist 3 recipient 6 recognis -7 recommend 3 recommendation 14 record 40 recover 7 recruit 5 recruitment 3
rectification -3 red 2 redaction -7 reduc -6 ref 6 refer -4 referenc 6 referral -5 refresh -5 refresher 13 refug 9
refund -7 refus 16 refusal 1 regard -2 region 2 regional -12 register 6 registrar 8 registration 9 regulation -6
regulator 10 rehears 1 reject -4 relat 2 relation 5 relationship -2 relativ 1 releas -13 relevant -6 reli 18 remain -4
remark 11 remember -5 remind 1 reminder -2 remot 10 remov 8 removabl 1 removal -2 renew -10 renewal -12 rent -6 repair
-11 repeat -1 replac -3 replacement 10 repli -2 report 1 represent -4 representativ -3 request -10 requester 8 requir
2 requirement -3 rescu -3 research -4 reserv -1 reset 7 resident -5 resolution -3 resolv 16 resourc 16 respect 3
respond 5 respons -3 responsibiliti 13 responsibl 9 rest 12 restor 5 restrict -13 restriction 2 result 3 retention -8
retir -7 return -17 rev 7 review 10 revis 2 revok -4 rewritten -5 rid -5 right 13 ring -1 ris -3 risk 11 road -8 rol
10 roll 5 roof -9 room -6 root -3 rota 10 round -3 router 7 routin 1 row -2 rul 17 rung 9 saf 20 safeguard 15 safeli
-5 safer 3 safeti -6 said -16 sal 2 salari -3 sampl 7 sand -1 sandwich -7 sar -5 sat 1 satisfaction 2 satisfi 2
saturdai -8 saw 2 scal -5 scan 2 schedul 9 schem -9 school 31 scop -1 scor -5 scout -1 scrap -11 screen 13 se 10 seal
-6 search 16 season -13 seat -1 secondari 5 secondment 2 secret -1 secretari -14 section -6 sector 1 secur 9 securiti
7 seek -1 seem 4 seldom -1 self -4 sell -11 senco -1 send 7 senior 7 sens 4 sensitiv -4 sent 15 separat 6 separateli
-4 sept 3 september 4 serial 14 serious 37 seriousli -5 serv -7 server -1 servic 14 sessional 6 settl 2 seven -5
severiti 8 sex 1 sexual -5 shadow 11 shap -2 shar 10 shed -8 sheet 4 shelf 2 shelter -1 shield -34 shift 1 shir 4 sho
-1 shop -9 short -6 shorter -2 shouldn 1 shout 4 shred 7 shut 3 sibl 12 sickness 9 sid 6 sight 3 sign 28 signal -7
signatori -4 signatur 7 significant -6 silenc 3 simpli 2 singl -10 siro 8 sis -9 sister -1 sit -2 six 14 sixteen 5
sixth -2 sixti 6 skill 3 skip 3 sleep -3 slid 5 slip 3 slow 2 small -4 smart -1 smartcard 10 smell -2 smok -5 snow 2
social 15 societi -3 softwar 12 sold -7 solicitor -3 solv 5 sometim 3 somewher -4 son -12 soon 7 sop 8 sorri -13 sort
13 sought -1 sound -3 sourc 8 south 1 spac -8 spar -5 speak 4 special -7 specialist 8 specification -2 speed -7 spell
5 spend -7 spent -6 spok 1 spoken 2 spot 12 spreadsheet -10 spring -1 squar 1 st 13 staf 13 staff 27 stag -12 stai 3
stair -4 stamp -5 stand -2 standard 12 star -1 start -2 starter 5 stat 15 statement 9 static 10 station -6 status 14
statutori -7 steer 1 step 20 steward 1 stick 7 sticker 8 stock 10 stolen 18 stood -4 stop -13 stor -1 storag 10 stori
-2 straight 2 stranger -2 strategic 4 street -6 strength -8 strik -2 strip -2 strong 12 struck -5 structur -10 stuck
-3 student 17 studi -12 sub -2 subject -14 submit -4 substanc -5 substantial 2 substitut 2 suffer 7 suggest -1
suggestion -8 suit -8 suitabl -5 sum -1 summari 8 summer 1 sundai -9 superintendent 2 supervis -9 supervision 7
supervisor -7 suppli 3 supplier 1 support 2 suppos -5 sur 15 surgeri 8 surnam 8 surpris 2 survei -10 surveillanc -9
surveyor -8 suspect 5 suspend -5 suspension 1 suspicion -6 suspicious 2 swap -3 sweep -6 switch -1 switchboard 12
system 33 tab -2 tabl -8 tablet 3 tag -10 talk 1 tamper -2 tap -2 target 7 task -9 tax -7 taxi -1 tbc -5 tea -2 teach
-1 teacher 12 team 32 tear -2 technical 1 technician 13 technologi 1 teenager -4 telephon 7 temperatur -3 temporari -1
ten -2 tenanci -3 tenant -16 tender -7 tenth -2 term 9 test 14 text -10 thank -20 theatr 2 theft 7 therapist 3
thereafter 1 therefor 2 thin 3 think -13 thirteen 1 thirti 6 thought -10 thousand -1 threat 11 threshold -16
throughout -1 thrown 1 thu 8 thursdai 4 tick 2 ticket 17 tidi -1 tie -3 til 6 till -5 tim -14 timetabl -6 tin -2 tip
-6 titl -8 todai 11 toilet -12 token -17 told 26 tomorrow 6 tonight 3 took 8 tool 11 top -3 topic -6 total -10 touch
-4 tour 3 town 2 trac 6 track -2 trad -6 traffic 7 trai -3 trainer 7 transfer 8 transition 11 transport -4 trap -4
travel -3 traveller -1 tre -5 treat 4 treatment -20 triag 14 trial -6 tribunal -7 trigger -9 trip 1 trollei -2 troubl
9 tru 7 trust 19 truste 9 try 8 tub 1 tue 5 tuesdai 4 turn 3 twelv -1 twenti 7 twic -10 twin -1 typ -1 uk -1 umbrella
1 unannounc -5 understand 11 understood 1 undertak 4 unexpect 13 unexplain 4 union -2 uniqu -10 unit 9 unitari -8
universiti -10 unknown 7 unlock 12 unsaf 4 unus -1 updat 20 upheld 3 upload -8 upn -8 upper -12 ups 9 upset -3 urgent
4 usag 3 usb 12 useful -15 user 50 usual -10 usualli 3 vacanci -2 vacant -9 vaccination -22 val 4 valid -4 validation
4 valu -5 van -11 vat -10 ve -15 vehicl -11 verbal -9 verifi 6 vet 9 video 11 view 3 violenc -2 violent -1 virtual -5
virus 5 visibl 4 visit 4 visitor 8 voic -6 voicemail 1 vol 6 volum 3 voluntari 17 volunteer 15 vot -13 voucher -7 vpn
12 vulnerabl -8 wait -15 waiv 4 walk -2 wall 5 want -11 ward 2 warden -10 warm -8 warn 10 wasn -5 wast -5 watch -4
water -17 wav 3 wear -5 weather -5 web 3 wed 1 wednesdai 2 week 13 weekdai 2 weekend 5 weekli 6 weigh 3 weight -5
welcom -5 welfar -1 went -4 wet -3 wexcomb 9 wheelchair -6 whenever 7 whereabout -2 wherever 15 whichever 5 whit -9
whiteboard 3 whoever 7 wi 5 wid 1 win -12 window -2 winter -6 wip 6 wir 1 wireless 26 wish -8 withdraw -9 withdrawal
-6 withdrawn -1 withheld 4 witness 8 women -4 won -5 word 8 work 30 worker 51 workforc 15 workshop -11 workstation -29
worn -6 worri -9 worth -1 writ 3 written 9 wrong 10 yard -7 year -12 yearli 2 yellow 4 yot 5 young 18 younger 1
yourself 1 youth -1 zon 9
"""
_TENTH = 0.1


def _read(told: str) -> dict[str, float]:
    """Return stems with what each weighs; they are written with tenths."""
    names, tenths = told.split()[::2], told.split()[1::2]
    return {name: int(weight) * _TENTH for name, weight in zip(names, tenths, strict=True)}


VOICES = {"contactpoint-oa": _read(_CONTACTPOINT)}
"""By the id of the catalogue: stems, and how much each speaks for a paper, or against."""
