"""Words for joining, and for what is joined: they invite only where one stands beside the other, above a link.

Apart they are anybody's words ("the team", "to join").

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

JOINING: Final = phrases_in(
    """
    join | sign up | signing up | signs up | register | hop on | be part of | become part of | become a member |
    add yourself | expand | beitret* | beizutreten | tritt | tretet | treten sie | anmeld* | melde dich |
    meldet euch | melden sie sich | mach mit | macht mit | mitmachen | mitzumachen | kommt rein | registrier* |
    aufnehmen | vernetzen | erweitern | mitzuarbeiten | mitarbeiten | rejoin* | rejoign* | inscri* | entrez |
    entrer dans | adhér* | enregistrer | intégr* | ajouter | unirse | unirte | unirme | unirnos | uniros | unáis |
    uníos | únete | únanse | únase | unir* | apúnta* | apuntaos | apuntarse | inscrib* | inscríb* | regístr* |
    registra* | registrar* | entrad | entrar | entra en | formar parte | unisciti | unitevi | unirti | unirsi |
    iscriv* | entra | entrate | entrare | aderisc* | far parte | junte | juntem | juntar | junta te | entre | entrem |
    inscrev* | participe | participem | cadastr* | regist* | fazer parte | adicionar | sluit ... aan | meld ... aan |
    aanmelden | aan te melden | doe mee | doen mee | word lid | lid worden | lid te worden | treed toe | registreer |
    inschrijven | schrijf je in | deelnemen | toetreden | dołącz* | przyłącz* | zapis* | zapisz* | wejdź* | wchodź* |
    wstąp* | zarejestr* | rejestruj* | dodać | вступа* | вступи* | присоедин* | заход* | зайди* | добавля* | добавь* |
    добавить | зарегистрир* | регистрир* | подключа* | записыва* | katıl* | kaydol* | kayıt ol* | girin | girelim |
    girebilirsiniz | üye ol* | ekle* | dahil ol* | 入って | 入りませんか | 参加 | 加わ | 登録 | ご入会 | 入会 | 追加 |
    加入 | 进群 | 入群 | 進群 | 注册 | 註冊 | 扫码 | 添加 | 들어오 | 들어와 | 가입 | 참여 | 입장 | 등록 | 합류 |
    추가 | made us a | set up a | set up our | created a | created our | started a | opened a | jump in |
    press on this | gegründet | eingerichtet | aufgemacht | erstellt | angelegt | kommt in | komm in | reinkommen |
    reinkommt | beitreten | créé | ouvert un | monté un | lancé un | entrez dans | venez dans | rejoignez |
    pour entrer | cliquez | creado | abierto un | hecho un | montado un | metéos | métete | métanse | entréis |
    entren | súmate | sumaos | súmense | creato | aperto un | fatto un | fatto il | ho fatto | entrat* |
    venite dentro | criei | criamos | criado | fiz um | fizemos um | montei | abri um | entra no | aangemaakt |
    opgericht | gemaakt | gestart | kom erbij | komen erin | erin | stap in | założył* | stworzył* | utworzył* |
    zrobił* | powstał* | wbijaj* | wskakuj* | создал* | создан* | сделал* | завел* | завёл | открыл* | залетай* |
    перейдите | переходи* | kurdum | kurduk | kuruldu | kurdu | açtım | açtık | açıldı | oluşturdu* | buyurun |
    girmek | girebil* | tıkla* | 作りました | 作った | 作って | 開設 | 始めました | はじめました | できました |
    入れます | 入れる | 入ってください | 建了 | 拉了 | 开了 | 開了 | 创建 | 創建 | 新建 | 进来 | 進來 | 扫一扫 |
    点击进 | 點擊進 | 만들었 | 만들어 | 만든 | 개설 | 초대 | 열었 | 들어와서 | create an account | open an account |
    sign up with | use my | hop over | come over | move over | moved the | über diesen link | kommt ... hinein |
    konto eröffnen | meld dich | meldet euch an | umgezogen | crée un compte | créez un compte | inscris toi |
    c est par ici | ça se passe | das de alta | date de alta | darte de alta | daros de alta | abr* una cuenta |
    crea* una cuenta | usa mi | entra con | apri un conto | crea un account | registrati | registrarti | usa il mio |
    cria* uma conta | crie sua conta | abra uma conta | abre conta | use meu | usa o meu | cadastra* | baixa o app |
    baixem | maak een account | open een rekening | gebruik mijn | hier kun je erin | załóż konto | założysz konto |
    użyj mojego | z mojego | przenosimy się | przenieśliśmy | собираемся в | переезжаем | перешли в |
    ссылка для входа | по ссылке | открой* счет | зарегистрируйся | по моей | hesap aç* | linkten | linke tıkla* |
    bağlantıdan | buradan gir* | taşındık | 登録して | アカウントを作 | リンクから | こちらから入 | 移行しました |
    移りました | 开户 | 開戶 | 链接进 | 連結加入 | 用我的 | 转到 | 搬到 | 링크로 | 링크 타고 | 계좌 개설 | 회원가입 |
    옮겼 | made a group | made a new | made a server | made a channel | if you sign up | sign up through |
    sign up with my | zarejestruj* | rejestr* | girersen | kaydolursan | üye olursan | indirirsen | 用我的邀请 |
    通过我 | 透過我 | 点这里 | 點這裡 | 下载 | 下載 | 설치 | 가입하면 | inscris | inscrit | télécharge | descarga* |
    descárga* | scarica* | baixa* | download | ściągnij* | pobierz* | скачай* | скачать | установи* | looking for |
    on the lookout for | seeking | in search of | recruiting | short of | open an account | use my code |
    with my code | suchen | sucht | suche | gesucht | aufnehmen | cherche | cherchons | recherche | recherchons |
    recrute* | buscamos | busca | busco | se buscan | cerchiamo | cerca | cerco | cercasi | procuramos | procura |
    procura se | zoeken | zoekt | gezocht | werven | szukamy | szuka | poszukujemy | poszukuje | ищем | ищет | ищу |
    набирает | объявляет набор | arıyoruz | arıyor | aranıyor | bekliyoruz | 募集 | 募集中 | 探して | 求む | 招募 |
    招新 | 招收 | 诚邀 | 誠邀 | 모집 | 찾습니다 | 찾고 있 | 구합니다
    """
)

CIRCLE: Final = phrases_in(
    """
    group | groups | chat | channel | server | community | network | league | workspace | circle | forum | squad |
    group chat | groupchat | club | board | challenge | waitlist | beta | my link | this code | my code | with code |
    my invite | my referral | referral code | invite link | free month | we both | both of us get | each get |
    gruppe* | chatgruppe | kanal | netzwerk* | gemeinschaft | liga | tippspiel* | tafel | verein | meinen link |
    meinem link | mein link | meinem code | meinen code | empfehlungslink | freundschaftscode | wir beide |
    bekommen wir beide | groupe | groupes | canal | réseau | communauté | ligue | équipe | tableau | mon lien |
    mon code | code parrain* | parrainage | chacun | grupo | grupos | comunidad | equipo | tablero | foro |
    mi enlace | mi código | mi codigo | código de invitación | los dos | gruppo | gruppi | canale | rete | comunità |
    lega | fantacalcio | squadra | bacheca | mio link | mio codice | codice invito | codice amico | entrambi | rede |
    comunidade | bolão | equipe | equipa | quadro | fórum | meu link | meu código | código de convite | nós dois |
    groep | groepsapp | appgroep | buurtapp | app groep | kanaal | netwerk | competitie | poule | bord | mijn link |
    mijn code | allebei | grupa | grupy | grupę | grupie | kanał | kanału | sieci | sieć | społeczności |
    społeczność | ligi | tablicy | zespołu | mojego linku | mój link | moim linkiem | mojego kodu | kod polecający |
    oboje | группа | группу | группе | группы | чат | чате | канал | каналу | сообщество | сообществу | сеть | лигу |
    моей ссылке | мою ссылку | мой код | моему коду | промокод* | grup | grubu* | gruba | grubun* | kanal* |
    topluluk* | topluluğ* | ağım* | ağın* | lig | lige | ligimiz* | linkim* | bağlantım* | kodum* | davet kodu* |
    ikimiz* | グループ | コミュニティ | チャンネル | チーム | サーバー | サークル | トークルーム | 紹介コード |
    招待コード | オープンチャット | ボード | 群聊 | 群组 | 微信群 | 群里 | 个群 | 一个群 | 同学群 | 家长群 | 社群 |
    圈子 | 频道 | 頻道 | 團隊 | 团队 | 群組 | 邀请码 | 推荐码 | 我的链接 | 그룹 | 단톡방 | 단체방 | 채팅방 |
    오픈채팅 | 모임방 | 모임 | 밴드 | 채널 | 커뮤니티 | 카페 | 팀 | 초대 코드 | 추천인 | 추천 코드 | 내 링크 |
    family group | whatsapp | telegram | discord | facebook | slack | signal | viber | zalo | wechat |
    whatsapp gruppe | familiengruppe | elternchat | klassenchat | threema | groupe whatsapp | grupo de whatsapp |
    grupo de telegram | gruppo whatsapp | gruppo telegram | grupo do whatsapp | grupie na | grupa na | вотсап |
    ватсап | телеграм | телеграмм | вайбер | вк | wp | whatsapp grubu | ライン | オプチャ | 微信 | qq群 | 카톡 |
    카톡방 | 톡방 | 방 | la red | red de | nuestra red | mi red | tu red | my page | through my | we each | both get |
    free weeks | meiner empfehlung | mein empfehlungs* | wir kriegen beide | beide bekommen | nous deux |
    de la part de | mon parrain* | ambos | los dos ganamos | nos dan | tutti e due | entrambe | nós os dois |
    os dois ganha* | we krijgen allebei | mojego polecenia | z polecenia | obie dostan* | oboje dostan* |
    obaj dostan* | мы оба | обоим | нам обоим | по моей | davet bağlantım* | davet linkim* | ikimize | 二人とも |
    お互いに | 我的邀请 | 各得 | 都能得 | 都有奖 | 둘 다 | 서로
    """
)

CHAT: Final = phrases_in(
    """
    group chat | family group | whatsapp group | whatsapp | telegram | signal group | discord | chat group | channel |
    chat | whatsapp gruppe | chatgruppe | familiengruppe | gruppenchat | kanal | elternchat | klassenchat |
    groupe whatsapp | groupe telegram | fil de discussion | canal | grupo de whatsapp | grupo de telegram |
    grupo de chat | chat de | grupo do | grupo no | grupo da | gruppo whatsapp | gruppo telegram | chat di | canale |
    gruppo famiglia | groepsapp | appgroep | whatsappgroep | buurtapp | klassenapp | familieapp | kanaal | grupa na |
    grupę na | grupie na | kanał | czat | czacie | чат | чате | чата | вотсап | ватсап | телеграм | вайбер | канал |
    whatsapp grubu | wp grubu | wp grup | grubu | grubumuz | kanalımız | sohbet grubu | グループライン |
    ライングループ | グループ作 | グループを作 | オープンチャット | チャンネル | トークルーム | 群聊 | 微信群 |
    家长群 | 同学群 | 家族群 | qq群 | 群里 | 建了群 | 建了个群 | 群組 | 群组 | 频道 | 頻道 | 단톡방 | 단체방 |
    채팅방 | 카톡방 | 톡방 | 오픈채팅 | 단톡 | 밴드
    """
)
"""A room for talking, on whatever platform."""

NEWCOMERS: Final = phrases_in(
    """
    new members | new member | new voices | new singers | new players | new faces | more players | fresh blood |
    my code | my referral | neue mitglieder | neue leute | neue stimmen | mitspieler* | mitsänger* | verstärkung |
    mitstreiter* | nouveaux membres | nouveaux adhérents | nouvelles voix | nouveaux joueurs | des bénévoles |
    nuevos miembros | nuevos socios | nuevas voces | nuevos jugadores | nuovi soci | nuovi membri | nuove voci |
    nuovi iscritti | nuovi giocatori | novos membros | novos sócios | novas vozes | novos jogadores | nieuwe leden |
    nieuwe stemmen | nieuwe spelers | nieuwe mensen | nowych członków | nowe osoby | nowych osób | nowych głosów |
    chętnych | новых участников | новых членов | новые голоса | людей в секцию | yeni üye* | yeni arkadaş* |
    yeni ses* | 新メンバー | 新入会員 | 新入団員 | 新入部員 | 新成员 | 新会员 | 新會員 | 新队员 | 新團員 | 队友 |
    隊友 | 신입 회원 | 신입회원 | 새 회원 | 신입 단원 | 새 단원 | 새 식구 | gente para | gente nueva | sangre nueva |
    sang neuf | frisches blut | sangue nuovo | sangue novo | nieuw bloed | nowa krew | новых людей | людей в |
    taze kan | 新しい仲間 | 仲間 | 新朋友 | 새로운 분
    """
)
"""Whom a club wants: beside a word for looking it asks a crowd to come in, link or none."""
