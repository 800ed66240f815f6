"""
How common stems are in papers of councils: counted by `benchmarks/fit_suggest.py --background`, not edited by hand.

Counted in the tuning half of the labelled documents, all of them invented.
"""

BACKGROUND = (
    """
ask day look work
    """,
    """
account address answer bring call car chang check child children clos com contactpoint council dat data famili find
fiv form four happen head health help hour information leav letter lin list log manager minut month nam number officer
open parent pass peopl person polic read record report right ring school send servic sign six staff system team ten
tim told train user week worker writ wrong year
    """,
    """
access agenci agre agreed april audit birth board book box business cam card carer cas certificat confirm connexion
contact copi count counti cover decid decision desk detail die director duti earli emergenci end entri exampl explain
februari fil fill follow found full gon good group half hall hand hear held hold hom hous hr index isn januari job jun
key lead learn leaver left liv ll lock long lost mail march mark matter mean meet miss monthli morn mov national night
notic november nurs october offic order organisation pag paper park partner partnership pct phon plan pleas polici
post print procedur protection purpos quarter question re reach reason register request return review risk room round
rul run saf safeguard said screen search securiti senior sent september seven shar sheet short sit social stai start
stop subject support talk teacher telephon term test think token trust try turn twic typ version visit visitor wait
want whoever word written young
    """,
    """
abl accept act action ad add adopt adult advic adviser afterward age agreement allow alon alreadi alter annual apart
appli area aren arrangement assessment assuranc august authoriti bag bank behalf behind belong best birthdai blu bodi
borough breach break brought build caller carri centr chair charg choos clear co cod colleagu collect commissioner
committe compar computer consent contract contractor control correct cost cours court crb criminal damag danger dbs
deal death december deputi different directori disabl disciplinari doctor document doesn door due education eight
eleven elsewher employer enhanc enter envelop everybodi everyth evidenc expect fail far father feed fifteen figur fir
fix folder forc forti forum foster fre fridai friend front gav got governor gp grad green ground handbook harm
harrowmer hid hidden high hospital ict incident includ independent induction insid interest internal involv issu item
jan join juli laptop lat later law leaflet legal level lif likeli link listen local longer lunch machin main manag
management match member mental messag met mind mistak misus mondai mrs neighbour network nhs nin odd offer onlin
opinion ordinari ordinator original otherwis outsid owner paid panel passport password past pay personal photograph
pick point practic practitioner present press primari process promis public publish pupil queri rais rat receiv red
referenc refus replac repli rest result road rung safeti saturdai saw schedul section separat serious settl shield
shir sid signatur slip small solicitor sorri sort speak spring standard starter statement step straight street student
supervision suppli supplier sur surgeri surnam suspend switch tabl text thank thursdai tick took twelv twenti
understand updat ve voluntari volunteer wall warn weekend weekli welcom went wexcomb whenever window won wrot yearli
yourself youth
    """,
    """
absenc accident accreditation across administrator admission adoption afresh ahead aid aim alcohol along aloud amber
annex apologi app appeal appoint appointment approv aris arrang assistant attach attendanc auditor automatic autumn
babi badg bar bas bear bed beforehand begin believ benefit besid better beyond bill bin block born broken brother
budget bureau bus button buy caf cancell catch caus cent certain chapter chariti chas checklist chief chosen christma
citi claim class clinic club common communiti compani complain complaint complet concern conduct confidenc consider
content conversation coroner corporat correction counter crim cross cut dangerous databas dead dealt dear declaration
delet deliveri department depend designat development devic diari digital direct directli directorat disabiliti
disclos disclosur discuss disput dog doubt draft draw drawn driv drop drug easi east edit edition eighteen employe
engineer enquiri entitl equipment error exception exchang executiv exercis exist experienc extend eye fac faciliti
fact failur fair fall fault fee feel field fifti fin final financ finish firewall flag flood floor fob foot fortnight
forward fourteen fresh fund gap general generalli girl governanc government grant gross grown guess guidanc handl
happi hard hasn heard helpdesk holder holidai honest hop hub hundr hurt icb ico id identifi identiti ill
implementation initial inspect inspection inspector insuranc integrat interview intranet investigat invoic joint judg
junior kind kindli label lan landlord languag larg leader librari licenc lift light limit longest lot lower lscb
mailbox manual map marlowshir marriag mash meantim measur medical mend merg metr mill misconduct mobil moment mon
monei monitor mother mr multi near nearest newsletter nineteen nineti north nurseri oad offenc offend older operat
ought outcom overnight overrid pack pair paragraph parental particular payroll pc permission photo pictur pin plai
plain pm polish portal position postcod principal professional programm project proof protect protocol provid qualiti
quarterli quiet random rang readi real reasonabl receipt recommendation ref referral refresher refug refusal registrar
releas reli remain remind reminder remov reset responsibiliti restrict rol roll rout sampl sat satisfi sav scan seal
secondari secretari sector secur sensitiv sentenc serv session sexual shadow shed shut sick sickness singl sister
sixti slow softwar sooner sourc spac special spoken spreadsheet st stamp stand status stenbridg sticker stolen stor
stori suitabl summari summer supervisor swap switchboard tablet target tarnbridg task tax tea technical tenanci thirti
thought threat ticket till todai top total touch town traffic trail travel tre tri troubl truste tuesdai twin union
unit unlock ups usualli val view visibl walk wasn watch water web websit wednesdai welfar wet whereabout whit winter
wish withdrawn witness workforc workstation worst worth yellow
    """,
    """
abus academi accredit accuraci acknowledg activiti admin affect afternoon agenda alarm alert almost alongsid amend
analyst aob appendix application appraisal apr ar archiv argu around arriv articl asbesto ashmoor assessor association
authenticator background badli ban band barrow basic batch batteri bay becom behaviour bent bereavement bigger bind
biscuit black blank boot borrow bottom bounc boy brackwater branch brass breakdown bridg broadband browser buddi built
buri butt cabinet cabl cak caldicott calendar camera camh canal capaciti careless cash castl categori caught census
central challeng chat chequ choic chronologi church civic clean clerk clinical clock coach coat coffe colin colleg
colour column comment commission communication completion complianc compulsori condition conferenc confidential
confidentialiti confirmation connect connection constabulari contain contest continu contribution controller corn
corner corridor councillor counsellor cousin credit cup customer cyber cycl daili deceas deed deliberat deposit depot
destroi didn diet differenc digit disagre disagreement disciplin discount discussion dismissal displai distress divid
division doubl dpo dr drawer drill drink driver dry edt educator egress eighteenth emploi empti engag england equal
essential event ex exam except exit extension external extra farm fax feb federation feet fell fen fenc fewer fifth
film firm fit flow flu foi fold forget formal former fourth friendli frozen fruit funeral fw gang garden gat gatewai
gather gcsx gender glass govern grav great grid grow guardian guid hanburi hang hatch headteacher hello helper hen
herself highwai hir histori hollin hos hot hurri husband ig impact inclusion incom inform injuri ins insp install
instanc instead instruction insurer internet ip jo journei justic justifi kettl keyboard kindness kitchen knew
knowledg land lanyard laps larger larkfield lawful lay lb led lent lesson likewis littl lmc localiti location locker
lodg lorna los loss low ltd maintain man marker market marlshir marrow marsh material meanwhil media mediat mention
mereli metropolitan middl midnight mistaken model modul moira mostli mug nearbi nearli necessari net netherfold
newspaper nightli nil nominat noon normal notebook notification nov obtain ok ollerdal ons operation opposit option
oral orchard overall overview owe pad paint paperwork parish parti pastoral payment pen penalti performanc permit
personnel petti piec pilot pink placement plainli plant plat plot plug pocket pond pool possibl poster pound power pre
prefer previous printer prison privaci privat probation produc progress proper properli properti propos prov provider
push qualifi qualification queu rabbit ray reader realli reception refer regional registration regular regulation
relationship remark remember renew renewal repeat representativ requir reserv resident residential resourc responsibl
retention retrain revis rewritten ris rota router row safeli schem scop scor scout script seahors seem seldom self
senco sens seriousli sex shift shop shred sibl sight signal significant silenc sim sis skip sleep slid slot snow sold
sometim son south spar speaker spend spot staf stag stall stat static station statutori stick stock stott strategi
submit sundai supervis surpris survei suspicious tap tarn teach technician tenant theft tidi tie tin titl tool trac
trai trainer transition transport treat treatment tressingham tribunal tru uk unsaf upheld upload usual vet video voic
volum warm wash wav wear weigh westerbi wherever whichever whiteboard wid wind wireless women worn worri wors wrongli
yard yot younger
    """,
)
"""Stems that stand in nearly all papers, in about half of them, in about a quarter, and so on to one in 32."""
