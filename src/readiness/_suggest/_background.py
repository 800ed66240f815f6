"""
How common stems are in papers of councils: counted by `benchmarks/fit_suggest.py --background`, not edited by hand.

Counted in the tuning half of the labelled documents, all of them invented.
"""

BACKGROUND = (
    """

    """,
    """
address ask chang check child children council dat day form log look manager month nam number peopl person record
report ring school servic sign system team tim user work year
    """,
    """
access account agreed answer audit bring call car cas certificat clos com contact contactpoint copi data decid desk
duti end entri famili fil find fiv found four group happen head health help hold hom hour information lead leav letter
lin list liv lost mail march matter meet minut mov notic offic officer open pag paper parent partner pass polic polici
procedur protection quarter re read reason register request return review right run securiti send sent shar six social
staff start stop telephon ten token told train want week word worker writ written wrong young
    """,
    """
act action agenci agre agreement allow alter appli approv april assessment authoriti behind birth board bodi book box
breach build business cam card carer carri chair charg cod colleagu committe computer confirm connexion consent
contract contractor correct count counti cours cover damag death decision deputi detail die director disciplinari
disput doesn door earli eight emergenci employer enhanc evidenc exampl expect explain februari figur fill fix follow
full gon good gp half hall hand harm hear held hospital hous hr identiti incident includ index induction internal isn
issu januari job juli jun key laptop learn leaver left legal ll local lock long management mark match mean member miss
misus mondai monthli morn national network nhs night november nurs october offer order organisation owner panel park
partnership password pay pct personal phon plan pleas point post practic practitioner print public purpos qualiti
question rais reach red referenc refus repli risk room round rul saf safeguard safeti said sampl screen search section
senior september serious seven sheet shield short sit speak stai standard statement step subject supplier support talk
term test think tick trust try turn twelv twenti twic typ updat ve version visit visitor wait warn weekli whoever
    """,
    """
abl accept ad add administrator adopt adult advic adviser afterward age aid alon alreadi annual apart appeal
application appointment area aren arrangement assistant assuranc auditor august autumn badg bag bank bar bas behalf
believ belong besid better bin birthdai blank blu borough break broken brought bureau cabinet caller caus cent centr
chariti chas checklist chief choos claim clear clinic co collect commissioner communiti compani compar complaint
complet complianc concern condition conduct confidential consider content control corporat cost court crb crim
criminal customer danger databas dbs deal december deliveri department designat devic different directori disabiliti
disabl disclosur doctor document drop drug due edition education eighteen eleven elsewher employe engineer enter
envelop equipment error event everybodi everyth except executiv exercis exist fac fact fail far father fault feed
fifteen fin final finish fir firewall flag floor folder forc forti fre fridai friend front gav general got governanc
grad green ground guidanc handbook handl harrowmer heard helpdesk hid hidden high holidai hundr hurt ico ict id
independent insid insuranc interest internet interview intranet investigat involv item jan join kind knowledg lan lat
later law leader leaflet level librari licenc lif lift likeli limit link listen longer loss lscb lunch machin main
manag mash medical mental merg messag met mind misconduct mistak mobil monei monitor mother neighbour nin oad onlin
operat operation opinion ordinari ordinator original otherwis outcom outsid overrid pack paid parti passport past
payroll pc personnel photograph pick pictur pin plain portal possibl pound present press primari privaci privat
process professional programm promis proof provid publish pupil quarterli queri rang rat real reasonabl receiv ref
refer registration releas reli reminder remov renew replac requir reset resourc responsibiliti rest restrict result
road rota rout rung satisfi saturdai sav schedul schem scop seal secretari secur sensitiv separat session settl shift
shir sid signatur singl sister slip small sorri sort sourc spring st stand starter status stolen stor straight street
student summari supervision supervisor suppli sur surgeri surnam suspend swap switch switchboard tabl target teacher
text thank thirti thought thursdai ticket till took top touch trail treat tri troubl tuesdai understand unit usualli
val view voluntari volunteer walk wall watch websit weekend welcom went wexcomb whenever window won workstation wrot
yearli yellow yourself youth
    """,
    """
abroad absenc abus academi acceptabl accident accreditation accuraci acknowledg across activiti admission adoption
advis affect afresh afternoon agent ahead aim alarm alcohol alert along aloud amber amend analyst annex apologi app
appendix appoint archiv argu aris around arrang arriv articl asset attach attend attendanc authentication
authenticator automatic babi background band basic batteri bear beforehand began begin behaviour benefit best beyond
bill block bridg brother browser buddi budget bus button buy caf caldicott calendar camh cancel cancell capaciti cash
castl categori cater cc central certain challeng chapter chat choic chosen christma citi civil class claus clean clerk
client clinical clock club coach colleg colour comment commission common communication complain compulsori confidenc
confidentialiti confirmation connect connection constabulari consultant contain controller conversation coroner
correction councillor counter creat cross cut cyber daili dead dealt dear declaration deed delai delet demand depend
deposit depot describ description desktop destroi development diari didn differenc digital direct directorat disagre
disciplin disclos discuss disk dismissal displai dog domestic doubt dpo draft draw drawer drawn drill drink driv
driver dry duplicat easi east edt effect eighteenth emploi employment empti encrypt england enquiri entitl escalation
essential ex exception exchang exit experienc extend external extract eye faciliti factor failur fair fall fax feb fee
feel field fifth fifti financ firm fit flood fob fold food foot fortnight forum forward foster fourteen framework
fraud fresh fund gap gat gatewai gcsx gender generalli glass government governor grant greater grid gross guardian
guess guest guid hanburi happi hard hasn helper hir histori holder honest hop hospic hub human icb identifi ig impact
implementation individual inform initial inquiri inspect inspection inspector install instanc instead instruction
insurer integrat introduction investigation invoic involvement ip joint judg junior kettl kindli kitchen knew label
languag laps larg lay leas lend lent lesson licens light littl location longest los lot low lower ltd mailbox manual
map marlowshir marriag material meant meantim meanwhil measur media mediat medium mend metropolitan mill modul mon
mostli mr mrs multi near nearli nineteen nineti noon normal north notifi nov object odd offenc offend ollerdal
operator ought overnight overview pair paragraph parental parish particular patch patient payment penalti period
permission photo pink placement plai pm pool position postcod power premis principal prioriti probation problem produc
progress project proper properti protect protocol prov provider pull queu quiet random reader readi receipt reception
receptionist recommendation referral refresher refug refusal regional registrar regular regulation regulator remember
remot renewal repeat replacement representativ requirement resident respons responsibl retention rol roll row sat saw
scan scor secondari sector self sentenc serial serv sexual shadow shouldn shred shut sickness significant sixteen
sixti slow softwar solicitor sometim son soon sooner south spar special speed spend spoken spot spreadsheet stag stamp
stat station stenbridg sticker stock stori summer sundai survei suspect tablet tarnbridg task tax tea technical
technician temporari tenanci tenant theft threat titl todai tool total town trac track tracker trad traffic transfer
transport travel tre treatment tressingham twin union unlock ups urgent usual vehicl vet violenc visibl voic ward wash
wasn water web wednesdai welfar wet whereabout whichever whit winter wip wireless wish withdrawn witness workforc
worri wors yot
    """,
)
"""Stems that stand in nearly all papers, in about half of them, in about a quarter, and so on to one in 32."""
