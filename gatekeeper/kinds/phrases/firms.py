"""Words of sales letters: the firm that speaks, and its terms.

None of them makes a sales letter by itself, for people in business use them all; together they do.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

FIRM: Final = phrases_in(
    """
    my firm | provides software | provides solutions | helps organizations | helps organisations | helps companies |
    helps businesses | enables business* | exclusively recruit* | has been serving | we are a manufacturer |
    we are manufacturer* | we are a supplier | we are supplier* | we manufacture | we supply | we specialise |
    we specialize | we are specialized | we are specialised | specialising in | specializing in | we are a family |
    family firm | family business | family run | we are an agency | we are a leading | we are a team |
    we are an indian | we are a company | we are a registered | we are an authorised | we are the leading |
    our company | our agency | our firm | our studio | our factory | our showroom | our workshop | our team of |
    our experts | our platform | our software | our solution | our solutions | our tool | our app | our service |
    our services | our products | our product range | our range | our clients | our customers | happy customers |
    our portfolio | we help companies | we help businesses | we help teams | we help brands | we help firms |
    we help owners | we work with companies | we work with businesses | we ve helped | we have helped | we built a |
    we ve built | we have built a | founder of | co founder | account executive | business development |
    sales manager | sales executive | sales director | export manager | export director | marketing manager |
    account manager | sales team | customers include | clients include | trusted by | years of experience |
    years experience | serving ... since | in business since | established in | companies use | wir sind ein |
    wir sind eine | wir sind ihr | als hersteller | als spezialist* | als agentur | als familienbetrieb |
    familienbetrieb | familienunternehmen | meisterbetrieb | fachbetrieb | unser unternehmen | unsere firma |
    unsere agentur | unser betrieb | unser team | unsere kunden | unsere produkte | unsere leistungen |
    unsere lösung* | unsere software | unser sortiment | unserem sortiment | unser programm | wir liefern |
    wir vermitteln | wir bieten | bieten wir | wir unterstützen | wir helfen | helfen wir | wir übernehmen |
    wir produzieren | wir fertigen | wir beliefern | wir entwickeln | wir haben uns auf | spezialisiert auf |
    geschäftsführer | inhaber | vertriebsleit* | vertriebsmitarb* | key account | außendienst | ihr ansprechpartner |
    jahren erfahrung | jahre erfahrung | seit über ... jahren | namhafte kunden | nous sommes une | nous sommes un |
    notre société | notre entreprise | notre agence | notre équipe | nos clients | nos produits | nos services |
    nos solutions | notre solution | notre gamme | notre logiciel | notre atelier | nous accompagnons |
    nous proposons | nous vous proposons | vous propose | nous aidons | nous fabriquons | nous fournissons |
    nous réalisons | nous intervenons | spécialisé dans | spécialisée dans | spécialiste de | spécialiste du |
    spécialistes | ans d expérience | depuis plus de | responsable commercial* | chargé d affaires |
    chargée d affaires | directeur commercial | directrice commerciale | fondateur | fondatrice | gérant |
    service commercial | conseiller | conseillère | somos una | somos un | somos fabricantes | somos distribuidores |
    somos importadores | somos especialistas | nuestra empresa | nuestra compañía | nuestra agencia | nuestro equipo |
    nuestros clientes | nuestros productos | nuestros servicios | nuestra solución | nuestra plataforma |
    nuestra herramienta | ayudamos a | trabajamos con | ofrecemos | le ofrecemos | les ofrecemos | te ofrecemos |
    nos dedicamos a | especializad* en | años de experiencia | empresa dedicada | empresa líder |
    ejecutivo comercial | ejecutiva comercial | asesor comercial | asesora comercial | director comercial |
    directora comercial | departamento comercial | gerente comercial | dpto comercial | pone a su disposición |
    ponemos a su disposición | presentarle* | presentarnos | siamo un | siamo una | siamo un azienda |
    siamo produttor* | la nostra azienda | la nostra società | nostra agenzia | il nostro team | i nostri clienti |
    i nostri prodotti | i nostri servizi | le nostre soluzioni | nostra soluzione | la nostra piattaforma | aiutiamo |
    offriamo | vi offriamo | le offriamo | proponiamo | realizziamo | produciamo | ci occupiamo di |
    specializzat* in | anni di esperienza | azienda leader | presente sul mercato | ufficio commerciale |
    responsabile commerciale | consulente | agente di zona | titolare | presentarvi | presentarle | sottoporre alla |
    somos uma | somos um | nossa empresa | a nossa empresa | nossa agência | nossa equipe | a nossa equipa |
    nossos clientes | os nossos clientes | nossos produtos | os nossos produtos | nossos serviços | nossas soluções |
    nossa solução | ajudamos | oferecemos | trabalhamos com | atuamos | especializad* em | anos de experiência |
    anos de mercado | consultor comercial | consultora comercial | consultora imobiliária | consultor imobiliário |
    executivo de contas | executiva de contas | business developer | apresentar a | apresentar nossa* |
    apresentar nosso* | wij zijn een | wij zijn gespecialiseerd | ons bedrijf | onze firma | ons bureau | ons team |
    onze klanten | onze producten | onze diensten | onze oplossing* | onze software | ons assortiment | wij leveren |
    wij bieden | wij helpen | we helpen | wij verzorgen | wij ontwikkelen | wij maken | wij ondersteunen |
    gespecialiseerd in | jaar ervaring | al jaren | al meer dan | accountmanager | verkoopleider | eigenaar |
    zaakvoerder | vertegenwoordiger | uw partner | met onze | jesteśmy firmą | jesteśmy producentem |
    jesteśmy dystrybutorem | jesteśmy agencją | nasza firma | naszej firmy | naszą firmę | nasza agencja |
    nasz zespół | nasi klienci | naszych klientów | naszym klientom | nasze produkty | naszych produktów |
    nasze usługi | naszych usług | nasze rozwiązani* | zajmujemy się | specjalizujemy się | oferujemy | dostarczamy |
    pomagamy | wspieramy | produkujemy | świadczymy | realizujemy | posiadamy | wieloletnie doświadczenie |
    lat doświadczenia | letnie doświadczenie | przedstawiciel handlowy | dział handlowy | dział sprzedaży |
    specjalista ds | doradca | działamy na rynku | chciałbym przedstawić | chciałabym przedstawić | наша компания |
    нашей компании | нашу компанию | наша фирма | наше агентство | наша команда | наши клиенты | наших клиентов |
    нашим клиентам | наша продукция | нашу продукцию | наши услуги | наше решение | мы производим | мы поставляем |
    мы предлагаем | предлагаем вам | предлагаем | мы помогаем | помогаем | мы занимаемся | занимаемся |
    специализируемся | специализируется | производитель | от производителя | поставщик | лет на рынке | летний опыт |
    лет опыта | опыт работы | менеджер по | отдел продаж | коммерческий директор | руководитель отдела |
    с ув менеджер | меня зовут ... компани* | представляю компанию | компания занимается | собираем контакты |
    работаем с | firmamız | şirketimiz | ajansımız | ekibimiz | müşterilerimiz* | ürünlerimiz* | hizmetlerimiz* |
    çözümlerimiz* | çözümümüz | olarak hizmet | hizmet vermekte* | hizmet veriyoruz | hizmeti veriyoruz |
    hizmeti sunuyoruz | sunuyoruz | sunmaktayız | üretiyoruz | üretmekteyiz | üreticisiyiz | tedarik | tedarikçi* |
    ithalatçı* | distribütör* | yardımcı oluyoruz | uzmanlaş* | yıllık deneyim* | yıllık tecrübe* | yılından bu yana |
    yıldır | satış müdürü | satış temsilcisi | satış uzmanı | pazarlama uzmanı | müşteri temsilcisi | kurucu |
    bölge müdürü | firması olarak | şirketi olarak | ajans olarak | firma olarak | 弊社 | 当社 | 株式会社 | 有限会社 |
    合同会社 | と申します | 担当の | 営業部 | 営業担当 | 代表取締役 | 専門商社 | メーカー | 累計 | 導入実績 |
    ご利用いただいて | 提供しております | 提供して | 行っております | 手がけ | 支援して | 支援を | お手伝い |
    製造販売 | 創業 | 代理店 | 実績 | 我司 | 我公司 | 我们公司 | 本公司 | 敝公司 | 我們公司 | 我厂 | 本厂 | 厂家 |
    廠家 | 工厂直销 | 工廠直銷 | 有限公司 | 专业生产 | 專業生產 | 专业从事 | 專業從事 | 专业办理 | 专业提供 | 致力于 |
    致力於 | 我们提供 | 我們提供 | 我们专注 | 我們專注 | 团队拥有 | 多年经验 | 年经验 | 年經驗 | 服务过 | 服務過 |
    合作客户 | 合作客戶 | 销售经理 | 业务经理 | 業務經理 | 置业顾问 | 课程顾问 | 客户经理 | 业务员 | 協助企業 |
    帮助企业 | 幫助企業 | 供应商 | 供應商 | 制造商 | 저희 회사 | 당사 | 저희는 | 주식회사 | 전문 업체 | 전문업체 |
    전문 기업 | 전문기업 | 납품하고 | 납품 | 공급하고 | 공급하는 | 제조업체 | 제조사 | 제공하고 있 | 제공하는 |
    도와드리 | 도와드립 | 지원해 드리 | 고객사 | 도입하신 | 도입한 | 영업부 | 영업팀 | 담당자입니다 | 팀장입니다 |
    대표입니다 | 이사입니다 | 매니저입니다 | 컨설턴트 | 노하우 | 년 경력 | 업계 1위 | 저희와 함께 | we represent |
    our fee | we act for | who have asked us | retained by | we are based | family owned | our network of |
    we install | we print | we clean | we fit | we build | we source | ich helfe | ich unterstütze |
    wir sind spezialisiert | wir drucken | wir reinigen | wir bauen | wir montieren | unser haus | unser büro |
    wir betreuen | unsere manufaktur | unsere druckerei | wir suchen für | j aide | nous gérons | nous installons |
    nous imprimons | nous formons | notre maison | notre imprimerie | notre cabinet | nous représentons |
    nous recrutons | ayudo a | instalamos | imprimimos | fabricamos | distribuimos | gestionamos | formamos a |
    nuestro taller | nuestro estudio | representamos | contamos con | aiuto le | aiuto i | aiuto gli | aiuto aziende |
    installiamo | stampiamo | forniamo | gestiamo | eroga | eroghiamo | il nostro laboratorio | nostro studio |
    rappresentiamo | seguiamo | eu ajudo | ajudo | a gente cuida | a gente faz | a gente ajuda | cuidamos |
    fornecemos | distribuímos | fazemos | nosso estúdio | ik help | wij installeren | wij drukken | wij plaatsen |
    wij bouwen | onze drukkerij | onze kwekerij | we maken | we leveren | we bieden | we regelen | pomagam |
    instalujemy | drukujemy | szyjemy | montujemy | sprzątamy | prowadzimy | nasza drukarnia | nasz warsztat |
    reprezentujemy | szkolimy | помогаю | я помогаю | устанавливаем | печатаем | шьём | шьем | монтируем |
    производим | поставляем | обучаем | наш цех | наше производство | делаем | yardımcı oluyorum | kuruyoruz |
    basıyoruz | imal ediyoruz | montaj* | temizlik hizmet* | eğitim veriyoruz | atölyemiz* | tesisimiz* | sağlıyoruz |
    yapıyoruz | 印刷 | 製造 | 施工 | 清掃 | 運営して | 専門に | 取り扱 | 当店 | 当院 | 当方 | 专注 | 專注 | 承接 |
    生产 | 生產 | 供应 | 供應 | 代理 | 本店 | 我们专 | 我們專 | 我们是一 | 제작합니다 | 제작하 | 시공 | 청소 | 인쇄 |
    운영하고 | 전문으로 | 취급하 | 생산 | 공급합니다 | bei uns bekommen | bei uns erhalten | chez nous |
    con nosotros | da noi | aqui na | bij ons | u nas | у нас вы | bizde | 我们是做 | 我們是做 | 我们工厂 | 我們工廠 |
    하고 있는 | 제작하고 있습니다 | 하고 있습니다 | 운영하는 | we do | wir machen | nous faisons | hacemos |
    facciamo | wij doen | robimy | wykonujemy | tercüme | kapazitäten frei | freie kapazität* | recruiting for |
    i m recruiting | s en charge | salimos cada | for small firms | for small businesses | small firms in |
    for tradesmen | for craftsmen | for local businesses | for independent | for restaurants | for dentists |
    for clinics | for agencies | for landlords | i look after ... for | firms like | have both booked |
    für handwerker | für handwerksbetriebe | für praxen | für betriebe | für vereine | für vermieter |
    für gastronomen | für selbstständige | als innungsbetrieb | als meisterbetrieb | pour artisans |
    pour les artisans | pour les commerçants | pour les restaurateurs | pour les indépendants | para artesanos |
    para autónomos | para hosteleros | para pequeños negocios | para comercios | per artigiani | per gli artigiani |
    per ristoratori | per piccole imprese | per negozi | para artesãos | para restaurantes | para clínicas |
    para lojistas | voor ambachtslieden | voor zzp ers | voor horeca | voor praktijken | voor winkeliers |
    voor kleine bedrijven | dla rzemieślników | dla małych firm | dla restauracji | dla gabinetów | dla sklepów |
    dla lokalnych firm | для мастеров | для малого бизнеса | для ресторанов | для клиник | для магазинов |
    для предпринимателей | zanaatkârlara | esnafa özel | küçük işletmeler* | restoranlara | kliniklere | işletmelere |
    職人さん向け | 店舗様向け | 飲食店様 | 工務店様 | クリニック様 | 中小企業様 | 向けに文章 | 专门给 | 專門給 |
    专为中小 | 给手艺人 | 给餐饮 | 中小企业 | 공방 전문 | 식당 전문 | 병원 전문 | 소상공인 | 전문으로 하고
    """
)
"""Speaks for a firm: what it is, makes or does, how long already, and what its people are called."""

TERMS: Final = phrases_in(
    """
    price list | prices from | price from | our prices | starting from | starts at | as low as | ex vat | excl vat |
    incl vat | inc vat | plus vat | vat included | no vat | moq | minimum order | min order | fob | free delivery |
    delivered free | next day delivery | fast delivery | delivery time | lead time | in stock | ex works |
    l c at sight | t t payment | free of charge | no setup fee | no joining fee | no contract | no minimum |
    no strings | no commitment | cancel any time | cancel anytime | half price | off your first | off the first |
    off list | buy one | buy 2 | buy 3 | free sample | free samples | sample free | samples available | free trial |
    trial period | money back | year warranty | yr warranty | years warranty | fully insured | references available |
    references gladly | competitive price* | best price* | bulk discount* | volume discount* | limited stock |
    while stocks last | special price* | special rate* | special offer | introductory | payment terms |
    monthly package | per month | per hour | per unit | per piece | a month | publication fee | impact factor |
    asking price | just listed | sq ft | under contract | viewing* by | square feet | bedrooms | free consultation |
    free audit | free report | free quote | free estimate | free demo | demo | discount | case study | roi |
    save up to | you d save | cut your | reduce your | increase your | grow your | boost your | preisliste |
    preise ab | ab nur | zum preis | zum halben preis | zzgl | zuzüglich | inkl | inklusive mwst | netto |
    brutto pro | frei haus | versandkostenfrei | lieferzeit | lieferung frei | ab lager | auf lager |
    sofort lieferbar | mindestbestell* | mengenrabatt | rabatt | nachlass | skonto | gutschein | aktionspreis* |
    sonderpreis* | sonderkonditionen | erstbestellung | kennenlern* | muster | garantie | ohne vertragsbindung |
    keine bindung | ohne mindestlaufzeit | monatlich kündbar | täglich kündbar | unverbindlich* | kostenlos* |
    gratis | pro monat | im monat | monatlich nur | pro stück | pro stunde | festpreis | sparen | einsparen |
    wohnfläche | wfl | eigentumswohnung | besichtigung* | käuferprovision | kaltmiete | kaufpreis | energieausweis |
    exposé | räumungsverkauf | schlussverkauf | jubiläumsangebot* | angebot* gilt | nur bis | solange der vorrat |
    tarif* | nos tarifs | nos prix | prix | ttc | h t | sans engagement | sans obligation | gratuit* | offert |
    offerte | offerts | livraison | livré | franco | en stock | remise | promo | soldes | première commande |
    échantillon* | devis | audit gratuit | essai gratuit | clé en main | par mois | minimum de commande |
    crédit d impôt | prise en charge | bénéficiez | prime | chambres | mètres carrés | visite* sur |
    honoraires | dpe | valable jusqu | jusqu au | lista de precios | precios | precio | desde solo | iva incluido |
    sin iva | más iva | sin compromiso | sin costo | sin coste | gratuito | gratuita | envío | entrega inmediata |
    stock disponible | descuento* | pronto pago | promoción | primer pedido | muestras | garantía | presupuesto |
    cotización | al mes | mensuales | todo incluido | llave en mano | ahorr* | inversión | financiación |
    financiamiento | cupo* | plazas | dormitorios | metros cuadrados | sin permanencia | pedido mínimo |
    condiciones especiales | por tiempo limitado | oferta válida | listino* | prezzi | prezzo | a partire da |
    iva inclusa | iva esclusa | più iva | senza impegno | nessun impegno | spedizione | consegna | pronta consegna |
    sconto | sconti | promozione | primo ordine | campion* | campionatura | garanzia | preventivo | sopralluogo |
    al mese | mensil* | tutto incluso | chiavi in mano | risparmi* | detrazione | bonus | agevolazion* |
    finanziamento | ordine minimo | fino a esaurimento | valida fino | in omaggio | camere | metri quadri |
    trattativa | tabela de preços | preços | preço | a partir de | iva incluído | sem compromisso | sem custo* |
    grátis | frete | entrega | pronta entrega | em estoque | em stock | desconto* | promoção | primeira compra |
    primeira encomenda | amostra* | garantia | orçamento | por mês | mensais | parcel* | parcelamos | à vista |
    no boleto | poup* | condições especiais | tempo limitado | válida até | faturamos | quartos | m² | assoalhadas |
    prijslijst | prijzen | vanaf | excl btw | incl btw | exclusief btw | inclusief btw | vrijblijvend* | kosteloos |
    verzending | levering | levertijd | uit voorraad | op voorraad | korting* | actie | actieprijs |
    eerste bestelling | staal | monsters | proefperiode | per maand | per stuk | per uur | no cure no pay |
    zonder contract | opzegbaar | besparen | bespaar* | bespaart | vraagprijs | k k | slaapkamers | energielabel |
    bezichtiging* | woonoppervlakte | perceel | geldig tot | op is op | cennik | cenniku | ceny | cena | cenie |
    w cenie | już od | od ... zł | brutto | vat | bez zobowiązań | niezobowiązując* | bezpłatn* | darmow* | dostawa |
    wysyłka | od ręki | w magazynie | dostępne od | rabat* | zniżk* | promocj* | pierwsze zamówienie | próbk* |
    gwarancj* | wycen* | miesięcznie | za sztukę | minimalne zamówienie | oszczęd* | przepłaca* | atrakcyjn* |
    konkurencyjn* | metraż | pokoj* | prowizj* | oferta ważna | do wyczerpania | płatność za efekt | pod klucz |
    прайс* | цены от | цена от | цене | цены | от ... руб* | руб | без ндс | с ндс | ндс | бесплатно | бесплатн* |
    без предоплаты | отсрочка | доставка | доставк* | в наличии | со склада | срок поставки | скидк* | акци* |
    спецпредлож* | первый заказ | первом заказе | образц* | гаранти* | расчет стоимости | расчёт стоимости |
    коммерческое предложение | под ключ | в месяц | за штуку | минимальный заказ | эконом* | выгодн* | рассрочк* |
    кв м | этаж* | ипотек* | предложение действительно | оптом | опт | fiyat listesi | fiyat* | kdv | ücretsiz* |
    bedava | kargo | teslimat | stok* | indirim* | iskonto | kampanya* | ilk sipariş* | numune* | garanti* | teklif* |
    aylık | aydan | adet | taksit* | vade* | tasarruf | avantajlı | fırsat* | yerine ... tl | taahhütsüz | metrekare |
    satılık | kiralık | peşin | son gün | sınırlı sayıda | 価格 | 料金 | 月額 | 初期費用 | 税込 | 税別 | 送料 | 納期 |
    在庫 | 即納 | 割引 | 特価 | サンプル | 見積 | お見積 | 小ロット | 成果報酬 | 無料 | 保証 | 円〜 | 円から |
    キャンペーン | 最短 | ロット | 卸 | 物件 | 間取り | 築年 | 徒歩 | 年収 | 万円 | 資料 | 補助金 | コスト削減 |
    デモ | トライアル | 低価格 | 格安 | 价格 | 價格 | 报价 | 報價 | 单价 | 單價 | 优惠 | 優惠 | 折扣 | 现货 | 現貨 |
    交期 | 样品 | 樣品 | 起订 | 起訂 | 批发 | 批發 | 包邮 | 免运 | 免費 | 免费 | 含税 | 含稅 | 月结 | 月結 | 质保 |
    保固 | 产品目录 | 產品目錄 | 型錄 | 首付 | 总价 | 均价 | 建面 | ㎡ | 平米 | 开盘 | 開盤 | 户型 | 特价 | 特價 |
    促销 | 促銷 | 不成功不收费 | 先到先得 | 名额 | 試用 | 试用 | 元起 | 元/ | 一站式 | 定制 | 客製 | 性价比 | 低至 |
    단가표 | 단가 | 견적 | 가격 | 할인 | 특가 | 무료 | 샘플 | 배송 | 납기 | 재고 | 별도 | 부가세 | 최소 주문 |
    보증금 | 전세 | 매매 | 급매 | 시세 | 분양 | 평형 | 수익률 | 절감 | 절약 | 체험 | 데모 | 진단 | 선착순 | 한정 |
    프로모션 | 카탈로그 | 소개서 | 제안서 | 원부터 | 도매 | 할부 | une réduction | de réduction | réductions |
    économisez | economize | economia de | economizar | wholesale price* | eur | usd | euro | euros |
    chf | zł | tl | per night | per week | family room | rooms from | closing down | new season | new stock |
    back in stock | pro nacht | pro person | pro woche | la nuit | par personne | par nuit | la noche | por noche |
    por persona | a notte | per notte | por noite | per nacht | za noc | od osoby | сутки | с человека |
    в стоимость входит | стоимость | стоимости | gecelik | kişi başı | 1泊 | 一泊 | お一人様 | 每晚 | 每人 | 1박 |
    1인 | last chance | last few | only a few left | selling fast | hurry | ends sunday | ends soon | this week only |
    one day only | today only | two for one | cheaper | gift with | free gift | final reductions | reduced to |
    percent off | off everything | everything must go | voucher | promo code | discount code | zum kleinen preis |
    günstig* | billiger | nur wenige | nur noch | restplätze | last minute | letzte chance | nur heute |
    nur diese woche | geschenkt | dazu geschenkt | zwei für eins | prozent auf | gutscheincode | rabattcode |
    sonderverkauf | ausverkauf | abverkauf | eintauschprämie | finanzierung | leasing* | ratenzahlung | petit prix |
    moins cher | dernières places | dernière chance | dernier jour | plus que | dépêchez | seulement |
    aujourd hui seulement | deux pour un | pour l achat | offre valable | offre limitée | bon de réduction |
    code promo | liquidation | destockage | déstockage | ventes privées | facilités de paiement | dos por uno | 2x1 |
    3x2 | al precio de | más barato | últimas plazas | últimos días | última oportunidad | solo hoy | sólo |
    hasta el | hasta agotar | de regalo | regalo | código de descuento | vale de | liquidación | cuotas |
    meses sin intereses | rebajado | due al prezzo | al prezzo di | prezzo speciale | più conveniente | ultimi posti |
    ultimi giorni | ultima occasione | solo oggi | solo fino | in regalo | codice sconto | buono | svendita |
    liquidazione | tasso zero | scontat* | super prezzo | dois por um | pelo preço de | leve 2 | leve 3 |
    mais barato | últimas vagas | últimos dias | última chance | só hoje | somente | até durar | de brinde | brinde |
    cupom | cupão | liquidação | queima de estoque | sem juros | vezes sem juros | pix | twee voor de prijs |
    goedkoper | scherpe prijs* | scherp geprijsd | laatste plaatsen | laatste kans | alleen vandaag |
    alleen deze week | alleen in | cadeau | kortingscode | kortingsbon | uitverkoop | opruiming | leegverkoop |
    nu voor | van ... voor | dwa w cenie | w cenie jednego | taniej | tańsz* | ostatnie miejsca | ostatnie sztuki |
    ostatnia szansa | tylko dziś | tylko dzisiaj | tylko teraz | gratisowy | prezent | kod rabatowy | kupon |
    wyprzedaż | likwidacja | raty | rat 0 | zaoszczędź | два по цене | по цене одного | дешевле | дешево | недорого |
    последние места | последний шанс | только сегодня | только сейчас | в подарок | подарок | промокод | купон |
    ликвидация | распродаж* | кредит | до конца месяца | до конца недели | успей* | замер | монтаж | установк* |
    цены снижены | bir alana | 2 al 1 | al 2 öde | daha ucuz | uygun fiyat* | son yerler | son fırsat | son günler |
    sadece bugün | hediye | hediyeli | indirim kodu | tasfiye | faizsiz | ay taksit | peşin fiyatına |
    stoklarla sınırlı | 残りわずか | 残席 | お早め | 今だけ | 本日限り | 本日まで | 半額 | 円引き | オフ | 大特価 |
    処分 | 在庫一掃 | 下取り | 分割 | 無金利 | 先行予約 | 進呈 | もれなく | ツアー | セット | 立减 | 立減 | 直降 |
    再送 | 买一送一 | 買一送一 | 买就送 | 满减 | 滿額 | 半价 | 半價 | 最后机会 | 最後機會 | 仅限 | 僅限 | 仅剩 |
    僅剩 | 抢购 | 搶購 | 秒杀 | 清仓 | 分期 | 免息 | 签约 | 簽約 | 限量 | 礼品 | 禮品 | 赠送 | 贈送 | 套餐 | 元/平 |
    折起 | 起售 | 特惠 | 반값 | 원플러스원 | 증정 | 사은품 | 마지막 기회 | 오늘만 | 이번 주만 | 남은 수량 |
    조기 마감 | 할인가 | 쿠폰 | 무이자 | 창고 정리 | 폐업 | 최저가 | 특별 혜택 | 혜택 | 이벤트가 | 신규 회원 |
    first lesson | first class free | first session | free lesson | lessons | grant | grants | subsidy | subsidies |
    per seat | per user | a year instead | no cure no fee | refund if | refund guarantee | erste stunde |
    probestunde | nachhilfe | unterricht | förderung* | zuschuss | zuschüsse | fördermittel | pro nutzer | statt |
    garantiert | geld zurück garantie | premier cours | cours particuliers | cours d essai | subvention* |
    aides de l état | maprimerénov | par utilisateur | au lieu de | garanti | satisfait ou remboursé | taux |
    clases particulares | clases de | primera clase | primera es gratis | pack de | subvencion* | ayudas |
    convocatoria | por usuario | en lugar de | en vez de | garantizad* | dólares | pesos | euros al |
    lezioni private | lezioni di | prima lezione | ripetizioni | pacchetto | incentivi | contributi | contributo |
    fondo perduto | per utente | invece di | anziché | garantit* | soddisfatti o rimborsati | aulas particulares |
    aulas de | primeira aula | pacote | subsídio* | apoios | incentivos | por usuário | por utilizador | em vez de |
    garantid* | reais | satisfação garantida | privéles | bijles | eerste les | lessen | pakket | subsidie* |
    per gebruiker | in plaats van | gegarandeerd | niet goed geld terug | korepetycje | lekcje | pierwsza lekcja |
    pakiet | dotacj* | dofinansowani* | za użytkownika | zamiast | gwarantow* | zwrot kosztów | репетитор | уроки |
    занятия | первое занятие | пробный урок | пакет | субсиди* | грант* | за пользователя | вместо | гарантирован* |
    гарантируем | вернем деньги | вернём деньги | özel ders | ders* | ilk ders | paket* | teşvik* | hibe |
    kullanıcı başına | yerine | garantili | para iade | itibarıyla | itibariyle | liste ektedir | レッスン | 初回 |
    家庭教師 | パック | 助成金 | 1ユーザー | 返金保証 | 出荷分 | 円 → | 円→ | 课程 | 課程 | 家教 | 首节 | 首堂 |
    补贴 | 補貼 | 补助 | 補助 | 享八折 | 折优惠 | 折優惠 | 降至 | 年费 | 年費 | 全额退款 | 保证 | 保證 | 期权 | 红包 |
    高薪 | 수업 | 과외 | 레슨 | 첫 수업 | 패키지 | 지원금 | 보조금 | 환불해 | 전액 환불 | 보장 | 상위노출 | 만원부터 |
    원 → | call for papers | submit your manuscript | your manuscript | special issue | editor in chief |
    peer review | article processing | indexed in | breakfast included | half board | sea view | loan | loans |
    interest rate | credit line | insurance quote | monthly fee | membership from | return on investment | franchise |
    certificate included | find below our | offer firm | halbpension | mit frühstück | meerblick | kredit | kredite |
    zinssatz | sofortkredit | versicherungsvergleich | mitgliedschaft ab | teilnahmegebühr | zertifikat | rendite |
    seminargebühr | demi pension | petit déjeuner inclus | vue mer | prêt | taux d intérêt | assurance |
    mutuelle | rendement | certificat | frais d inscription | media pensión | desayuno incluido | vistas al mar |
    préstamo* | crédito | tasa de interés | seguro de | rentabilidad | certificado | matrícula | diplomado |
    mezza pensione | colazione inclusa | vista mare | prestito | prestiti | finanziamenti | tasso | assicurazione |
    rendimento | attestato | quota di partecipazione | meia pensão | café da manhã incluso | pequeno almoço incluído |
    vista mar | empréstimo* | taxa de juros | seguro | rentabilidade | matrícula* | mensalidade* | halfpension |
    ontbijt inbegrepen | zeezicht | lening | krediet | rente | verzekering | certificaat | deelnamekosten |
    lidmaatschap vanaf | niepełne wyżywienie | ze śniadaniem | widok na morze | pożyczk* | kredyt | kredyty |
    oprocentowani* | ubezpieczeni* | zysk* | certyfikat | koszt udziału | karnet | полупансион | завтрак включен |
    завтрак включён | вид на море | заем | займ | кредиты | ставка | страхован* | доходность | сертификат* |
    абонемент* | стоимость участия | yarım pansiyon | kahvaltı dahil | deniz manzara* | kredi | faiz* | sigorta* |
    sertifika* | üyelik | katılım ücreti | 朝食付 | オーシャンビュー | ローン | 融資 | 金利 | 保険 | 利回り | 修了証 |
    受講料 | 入会金 | 月会費 | 含早餐 | 海景 | 贷款 | 貸款 | 利率 | 额度 | 保险 | 保險 | 收益 | 加盟 | 证书 | 證書 |
    学费 | 學費 | 论文发表 | 征稿 | 徵稿 | 核心期刊 | 团购 | 團購 | 代购 | 조식 포함 | 오션뷰 | 대출 | 금리 | 한도 |
    보험 | 수익 | 가맹 | 수료증 | 수강료 | 회원권 | 등록비 | 논문 투고 | full warranty | our fee is | valuations |
    no lock in | per metre | per litre | per kilo | each plus | while they last | units available | free for |
    no obligation | pro meter | je stück | je kilo | solange vorrat | händlerpreis* | netto je | freie plätze |
    freie einheiten | ohne risiko | preis auf anfrage | mengenstaffel | sans frais | sans surcoût | l unité |
    le mètre | le kilo | hors taxes | jusqu à épuisement | première séance offerte | diagnostic gratuit | la unidad |
    el metro | el kilo | sin cuota | hasta fin de existencias | primera consulta | diagnóstico gratuito | tarifas |
    al metro | al kg | cadauno | cad | fino ad esaurimento | consulenza gratuita | senza commissioni | commissioni |
    attestati | iva compresa | tutto compreso | sem fidelidade | sem enrolação | por unidade | o metro | o quilo |
    até acabar | por apenas | a partir r | af kwekerij | ex btw | per meter | zolang de voorraad | voorraadlijst |
    gratis adviesgesprek | gratis scan | zonder verplichting* | netto za | za metr | za kilogram | dopóki |
    do wyczerpania zapasów | bezpłatna konsultacja | lista dostępności | na fakturę | за метр | за кг | без комиссии |
    пока есть | бесплатная консультация | бесплатный аудит | с доставкой | в подборе | metresi | kilosu | adedi |
    stoklarla | ücretsiz keşif | ücretsiz danışma* | komisyonsuz | 単価 | 税抜 | 無料診断 | 無料相談 | 在庫限り |
    定価 | 早割 | 原价 | 原價 | 早鸟 | 早鳥 | 每斤 | 每米 | 额满 | 額滿 | 免费咨询 | 小班 | 冲刺班 | 衝刺班 | 现价 |
    정가 | 개당 | 무료 상담 | 무료 진단 | 소진 시 | 조기 등록 | 얼리버드 | free postage | free shipping |
    at the till | at checkout | use code | tarif fixe | forfait | tarifa | grupaje | cent per | in bruikleen |
    proefzak | тираж | отгрузка | копеек | den başlıyor | den başlayan | aynı gün | 出厂价 | 出廠價 | 量大从优 |
    量大從優 | 图册 | 圖冊 | 편당 | 포트폴리오 | 만원 | 万円から | auf etwa | ab mai | ab sofort verfügbar |
    three nights | tre notti | tres noches | trois nuits | per payslip | no setup | flat fee | all in price |
    fixed price | a kilo | plus vat ... delivered | pauschal | zum pauschalpreis | das kilo | je gerät | ab standort |
    aus betriebsauflösung | aus einer betriebsauflösung | baujahr | tout compris | tarif tout compris | départ usine |
    cessation d activité | en parfait état | forfait de | precio cerrado | a euro el kilo | en perfecto estado |
    por cese de negocio | prezzo fisso | al chilo | franco magazzino | cessata attività | tudo incluído |
    preço fechado | em perfeito estado | all in prijs | de kilo | vaste prijs | in perfecte staat |
    wegens bedrijfsbeëindiging | za całość | wszystko w cenie | za kilo | stała cena | z likwidacji | под ключ за |
    все включено | за кило | фиксированная цена | в отличном состоянии | her şey dahil | sabit fiyat | tanesi ... tl |
    全部込み | 込みで | 一律 | 1kg | 全套 | 一口价 | 一斤 | 全包价 | 킬로에 | 전체 포함 | 균일가 | 일체 포함
    """
)
"""Terms of a sale: prices, delivery, samples, guarantees, what is free, what is for sale."""
