"""
Words by which papers that are evidence can be told from others; not edited by hand.

`benchmarks/fit_suggest.py` counted them in the labelled documents of the tuning half, for one catalogue. Another
catalogue does without.
"""

from __future__ import annotations

_CONTACTPOINT: tuple[tuple[float, str], ...] = (
    (
        -2.5,
        """
pound
        """,
    ),
    (
        -2.4,
        """
shield
        """,
    ),
    (
        -2.1,
        """
induction
        """,
    ),
    (
        -1.9,
        """
appeal
        """,
    ),
    (
        -1.8,
        """
lost supervisor
        """,
    ),
    (
        -1.7,
        """
consent ll token
        """,
    ),
    (
        -1.6,
        """
audit customer disput mediat
        """,
    ),
    (
        -1.5,
        """
badg breach helpdesk overrid polici stat
        """,
    ),
    (
        -1.4,
        """
cent cost creat government key re sensitiv
        """,
    ),
    (
        -1.3,
        """
absenc book clean databas internal medical room schem ve welcom
        """,
    ),
    (
        -1.2,
        """
adult comment damag die dog driver los operator penalti workstation
        """,
    ),
    (
        -1.1,
        """
accident attendanc band bank claim coach deposit engineer faciliti fre gat local point referral regulation
        """,
    ),
    (
        -1.0,
        """
accept complaint contract describ employe inspection interest member paid road safeti sorri tenant till
treatment whit won
        """,
    ),
    (
        -0.9,
        """
began behaviour bill dry england error eye financ floor help hold junior kettl librari return stag train
        """,
    ),
    (
        -0.8,
        """
accreditation alcohol apologi assessment attach august bin bus buy caf chapter club co communication dbs death
declaration description door food fraud insurer licens link misus mov noon pay period winter
        """,
    ),
    (
        -0.7,
        """
abus advic alarm appoint borough break card civil contractor depot draw drill due envelop event far fin hir
impact instanc insuranc legal licenc littl longest map offic onlin parish photograph problem properti public
regional secretari speed stamp tre watch water year
        """,
    ),
    (
        -0.6,
        """
adviser behind cater copi councillor cut dealt equipment essential fac framework guid held hurt interview label
mill notic payment premis programm project reader readi reception register replac saturdai serv singl spend talk
task ten
        """,
    ),
    (
        -0.5,
        """
advis apart assistant background batteri bear business cabinet clerk communiti compulsori correction crb crim
criminal differenc disabiliti duplicat effect eight failur identifi lift light location loss lunch mend miss
monitor object operation outcom owner park parti power protect queu said spring stai station sundai survei tax
technical tenanci text thursdai transport twic welfar
        """,
    ),
    (
        -0.4,
        """
academi affect aren attend benefit better blu cancel car challeng charg claus cod com common compani confidenc
confidential cover deal department didn digital emergenci everybodi front glass green happi hard hid hop
hospital hr inspect invoic lan level meet metropolitan multi near network ordinator permission pool principal
progress rat receipt refer releas result self shouldn small street thank town tracker usual vehicl wait wash
wasn websit wet
        """,
    ),
    (
        -0.3,
        """
accuraci action bureau calendar cancell class control cross end entitl ex extract fail fee fifth finish fir fit
fourteen hall hand histori ig inquiri introduction kitchen lower mailbox manag manual matter mental monei
nineteen press privat promis proof random rang referenc remember resident rota scan seal seven shift stop summer
top total treat twelv typ volunteer
        """,
    ),
    (
        -0.2,
        """
acceptabl aid argu aris babi bring categori colour compar controller depend disciplin disciplinari driv eleven
exchang exercis fifteen fresh full fund guidanc inspector lat minut october officer pack panel pleas qualiti
receptionist reminder remov representativ request requirement solicitor spar speak special spreadsheet subject
thought trad travel tuesdai twenti violenc voic window yearli
        """,
    ),
    (
        -0.1,
        """
across aim along alreadi amber answer application arrang authentication basic box button carer castl clock
condition consider content correct daili deed disagre displai drawn drink education elsewher fault field flood
gav general good grant group handbook handl hasn holder hospic hundr januari lend listen long ltd mark marriag
mash match meanwhil mobil mr night nineti odd overview personnel photo pictur plan postcod print provid publish
quiet rais requir scop securiti sexual shir sooner supervision tea tim track traffic troubl twin vet walk want
wish
        """,
    ),
    (
        0.1,
        """
activiti admission amend articl autumn belong board chat children complianc contact count counter cyber danger
dear delai demand director discuss domestic drug east edition employment encrypt exit experienc feel find grid
half health insid isn judg management meantim nin offer ought plai privaci provider quarterli real renew round
secondari section shred sixteen tablet think titl whereabout witness writ
        """,
    ),
    (
        0.2,
        """
afternoon annual appendix appointment april carri cas choos concern december decision directori doesn drawer
evidenc external fair fall februari final firm forti gcsx generalli governor guess hear heard holidai hub
implementation install instead job jun kind languag larg lay leaflet leas lesson lot measur media nearli normal
offend open operat parent placement polic practic primari produc protection pull pupil repeat row run sat
satisfi sentenc sickness signatur sister six sometim spoken status stori switch threat ticket trail transfer
usualli visit whichever
        """,
    ),
    (
        0.3,
        """
acknowledg ad aloud alter arrangement asset automatic beyond budget central chair chosen coroner cours delet
disclos draft earli exception executiv extend fact figur fold four fridai greater gross honest hous icb includ
individual issu item juli law lent limit look lscb november original post question red registration roll
safeguard shut sid sixti slip spot st support technician telephon trac urgent val version visibl ward word worri
written yellow yourself youth
        """,
    ),
    (
        0.4,
        """
afresh allow alon analyst appli approv arriv beforehand begin brother buddi call caus certificat commission
committe dead deliveri deputi detail directorat doctor doubt employer enter except fiv fix form grad helper
hidden initial intranet knew laps letter march messag met mon mondai monthli offenc ordinari otherwis pag
password pick position prov repli reset restrict retention saw scor sent separat september suspend swap took
wednesdai wip
        """,
    ),
    (
        0.5,
        """
abl adopt app area authoriti behalf believ broken chang christma clear colleg conduct court desk direct dpo drop
everyth exist expect fax foster friend got inform join leader mean misconduct mother north paper particular
patient personal pin professional reasonabl report respons review sector slow standard temporari theft thirti
tick unit view visitor withdrawn
        """,
    ),
    (
        0.6,
        """
adoption agent ahead alert authenticator blank caldicott cam clos council edt enhanc escalation fil gon guest id
involvement learn medium mistak morn mostli national nov order patch portal queri read refusal serial session
significant soon stock stor summari suspect switchboard turn whoever wrong
        """,
    ),
    (
        0.7,
        """
add administrator auditor best block bodi clinical constabulari consultant enquiri flag gatewai guardian
independent integrat lead likeli low mind paragraph pc refug refus rest right rul rung saf schedul servic sheet
sign sit social sticker straight target try whenever wrot
        """,
    ),
    (
        0.8,
        """
address agreement brought caller capaciti chief collect computer day dismissal father feb forc fortnight high
index internet investigat joint later leav material merg number opinion outsid parental passport practitioner
probation protocol reach receiv refresher risk sampl softwar surgeri tool unlock
        """,
    ),
    (
        0.9,
        """
access archiv besid choic complain confidentialiti confirmation counti designat different disclosur disk duti
eighteenth follow incident jan liv log mail partnership prioriti procedur purpos reli replacement senior shadow
shar sort stand student surnam term trust
        """,
    ),
    (
        1.0,
        """
assuranc connexion devic entri folder governanc ico ict investigation lin pm recommendation responsibiliti
responsibl rol south starter understand
        """,
    ),
    (
        1.1,
        """
browser chariti complet data development feed firewall head main mrs phon present resourc screen secur step
todai weekli went work workforc
        """,
    ),
    (
        1.2,
        """
act agre ask birth chas check clinic commissioner connect corporat destroi disabl emploi gp identiti payroll
process regulator serious sourc supplier sur updat ups
        """,
    ),
    (
        1.3,
        """
checklist child dat decid desktop explain happen harm laptop machin stolen teacher voluntari
        """,
    ),
    (
        1.4,
        """
agreed annex colleagu contain exampl involv send
        """,
    ),
    (
        1.5,
        """
cc quarter test
        """,
    ),
    (
        1.6,
        """
agenci birthdai connection lock organisation pct peopl week
        """,
    ),
    (
        1.7,
        """
leaver month notifi partner
        """,
    ),
    (
        1.8,
        """
client nam record
        """,
    ),
    (
        1.9,
        """
confirm list nurs
        """,
    ),
    (
        2.0,
        """
search
        """,
    ),
    (
        2.1,
        """
account nhs pass young
        """,
    ),
    (
        2.2,
        """
information staff
        """,
    ),
    (
        2.4,
        """
manager system
        """,
    ),
    (
        2.6,
        """
person school user
        """,
    ),
    (
        2.7,
        """
famili told
        """,
    ),
    (
        2.9,
        """
reason
        """,
    ),
    (
        3.0,
        """
contactpoint
        """,
    ),
    (
        3.1,
        """
team
        """,
    ),
    (
        3.4,
        """
worker
        """,
    ),
)
VOICES = {"contactpoint-oa": {name: weight for weight, names in _CONTACTPOINT for name in names.split()}}
"""By the id of the catalogue: stems, and how much each speaks for a paper, or against."""
