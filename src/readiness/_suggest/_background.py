"""
How common stems are in papers of councils: counted by `benchmarks/fit_suggest.py --background`, not edited by hand.

Counted in the tuning half of the labelled documents, all of them invented.
"""

BACKGROUND = (
    """

    """,
    """
ask chang check child children com council dat data day form lin list look manager month nam number open peopl person
record report ring school servic sign staff system team tim work writ year
    """,
    """
access account address agreed answer audit board book call car card cas clos contact contactpoint copi decid desk duti
emergenci end famili fil find fiv follow found four good group hand head health held help hold hom hour information
issu lead leav left letter liv log lost mail march meet member minut mov notic offic officer pag paper parent partner
pass polic polici post procedur protection quarter question read reason register request return review right risk room
run securiti send sent shar sit six social stai start stop support telephon ten token told train user visit want week
word worker written wrong young
    """,
    """
abl accept act action agenci agre agreement allow alon appli approv april area assessment authoriti birth bodi box
breach bring build business cam carer carri caus centr certificat chair charg cod colleagu committe confirm consent
contract contractor control correct count counti cours court cover damag death decision detail director disciplinari
disclosur disput document door earli employer enhanc enter entri everybodi everyth exampl expect explain februari
figur fill fix fre fridai full gon half happen harm hear helpdesk hospital hous hr ict incident includ index induction
internal isn item januari job juli jun key laptop law learn leaver legal level ll local lock long longer machin
management mark match matter mean messag miss misus mondai monitor monthli morn national network night november nurs
october offer order organisation outsid overrid owner panel park password pay personal phon photograph plan pleas
point practic practitioner press print process public purpos qualiti rais re reach red referenc refus replac repli
result round rul saf safeguard safeti said screen search section sensitiv september seven sheet shield short sid small
speak stand standard statement step subject suppli supplier suspend talk term test think trust try turn twic typ updat
version view visitor wait whoever
    """,
    """
ad add administrator adopt adult advic adviser afterward age ahead alreadi alter annex annual appeal application
appointment archiv arrangement arriv assistant attendanc auditor august badg bag bank bas behind belong better
birthdai block blu borough break broken brought budget buy cabinet caller cent chariti chas chief choos claim clear
client clinic co collect comment commissioner common communiti compani compar complaint complet complianc computer
concern condition conduct confidentialiti connect connexion consider consultant content corporat cost crb crim
criminal current customer cut danger databas dbs deal dealt december delai delet department deputi destroi devic die
different directori disabiliti disabl district doctor doesn doubt draft draw driv driver drop drug due duplicat
edition education eight eleven elsewher employe encrypt engineer enquiri envelop equipment error event evidenc
exception executiv exist fac fact fail fall far fault fee feed field fifteen fin final finish fir firm fit flag floor
folder forc forti forward friend front gav general got governanc government gp grad grant green ground guid guidanc
hall handbook handl hid hidden high holder holidai hub id identiti inform insid insuranc interest internet interview
intranet investigat investigation involv join kind lan lat later leader leaflet librari licenc lif lift light likeli
limit link listen loss lunch main manag manual measur mediat medical mental merg met mind misconduct mistak mobil
monei neighbour nhs nin noon oad operat operation opinion ordinari original otherwis outcom pack paid parti
partnership passport past patch patient payroll pct personnel pick pictur pin pm portal possibl present primari
prioriti privaci privat professional programm project proof provid pupil quarterli rang rat reasonabl receipt receiv
reception ref regulation releas reminder remov renew requir reset resourc responsibiliti rest restrict road rol rota
sampl saturdai sav schedul schem scop scor seal secretari secur self senior separat serious session settl sexual shift
signatur significant singl slip soon sourc spring starter stat status stock stolen stor straight street student
summari supervision supervisor sur surgeri surnam suspect swap switch tabl target teacher technical text thank thirti
thursdai tick ticket titl todai took touch trail treat tuesdai twelv twenti uk understand unit val ve voluntari
volunteer walk wall warn watch water web wednesdai weekend weekli welcom went window wip wish withdrawn won
workstation worri yearli yourself youth
    """,
    """
abroad absenc abus academi acceptabl accident accredit accreditation accuraci accurat acknowledg across activiti admin
admission adoption advis affect afternoon agent aid aim alarm alcohol alert amber amend analyst apart apologi app
appendix applicant appoint aren aris around arrang articl assess assessor asset assuranc attach attend author authoris
automatic autumn availabl babi background bad band bar basic bay becom beforehand begin behalf believ benefit besid
best beyond bill bin blank bought bridg brief brother browser bureau bus button cabl caf caldicott calendar cancel
cancell capaciti cash categori cc central certain chapter character chart chat checklist choic chosen christma citi
class claus clean clerk click clinical clock club coach colleg colour column commission communication complain
confidenc confidential configuration connection consult contain controller conversation conviction coroner correction
councillor counter cp credit cross cupboard daili dead dear default deliveri demand depend deposit depot describ
description design designat desktop development diari differenc digital direct directorat disagre disciplin disclos
discuss discussion disk dismissal displai disposal dog dpo dr drawer drawn easi east edt effect eighteen eighteenth
electronic emploi employment empti encryption england english entitl equaliti escalation except exchang exercis exit
experienc explicit ext extend extension external extra extract eye faciliti factor failur fair father fax feb feel
fewer fifti film financ firewall flat flood flow fob food foot former fortnight forum foster fourteen fourth framework
fraud fresh fund gap gas gat gcsx gdpr glass governor great gross guardian guest happi hard heard heat hir histori
host human hundr hurt ico identifi ig impact implementation independent individual initial inquiri inspection
inspector instanc instead instruction insurer integrat introduction invoic involvement ip jan joint judg kit kitchen
knowledg label laid landlord languag laps larg lay lend length lesson licens littl load lon los lot low lower lscb ltd
mailbox maker man map market material meant meanwhil media medium mend metropolitan mill model modul mon mostli mother
mr mrs near nearli nightli nineteen normal normalli north notifi notification nov object oct odd offenc offend older
onlin operator ordinator ought overnight overview pair paragraph parental particular payment pc performanc period
permission permit photo pilot pink placement plai plain plus position postcod pound power premis pric principal
printer probation profil promis proper properti protect protocol prov provider publish pull queri queu quiet radio
random reader readi real recommendation refer referral refresher refug refusal regional registrar registration
regulator relativ reli remain remark remind remot renewal repair repeat replacement requirement resident respons
responsibl retention rev revis roll rout row rung sar sat satisfi saw scan script se season seat secondari sector sell
sept serial serv server shadow shir shop shred shut sick sickness sister sixti slow softwar solicitor solv sometim
sooner sorri sort sound spar special spend spent split spoken sponsor spot spreadsheet st stag station statutori stick
stori substanc suffer suitabl summer survei suspension suspicion switchboard tablet tag tap task tax tea templat
temporari tenanci tenant theft thought threat till tool top total town trac track trad traffic transfer transport
travel treatment tri troubl tru truste union universiti unlock ups urgent usual usualli valu van vehicl vet violenc
virus voic ward wash wear websit welfar wexcomb whenever whereabout wherever win withdraw witness women workforc wors
worth wrot yellow yot
    """,
)
"""Stems that stand in nearly all papers, in about half of them, in about a quarter, and so on to one in 32."""
