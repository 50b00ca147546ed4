/** Names of trading countries in fifteen languages beyond English, in plain form. A test compares each with the package's own tables. */

/** Spellings per alpha-2 code, without those of `localSpellings`; names that two countries share are left out. Built on first use. */
export function translatedNames(): readonly (readonly [string, readonly string[]])[] {
  const table =
    'US:estados unidos da america,etats unis damerique,stati uniti damerica,verenigde staten van amerika,アメリカ合衆国,미국,сша,amerika birlesik devletleri,birlesik devletler,amerika,stany zjednoczone|' +
    'CA:カナダ,加拿大,캐나다,канада|MX:メキシコ,墨西哥,멕시코,мексика,meksika,meksyk|' +
    'GB:イギリス,英国,영국,великобритания,birlesik krallik,wielka brytania,storbritannia|IE:アイルランド,爱尔兰,아일랜드,ирландия,irlandia|' +
    'DE:ドイツ,德国,독일,германия,almanya|AT:オーストリア,奥地利,오스트리아,австрия,avusturya,osterrike,ostrig|' +
    'CH:suica,スイス,瑞士,스위스,швейцария,isvicre,szwajcaria|FR:フランス,法国,프랑스,франция,fransa,francja,frankrig|' +
    'NL:paises baixos,オランダ,荷兰,네덜란드,нидерланды,hollanda,holandia,nederlanderna|BE:ベルギー,比利时,벨기에,бельгия,belcika,belgia|' +
    'LU:luxemburgo,lussemburgo,ルクセンブルク,卢森堡,룩셈부르크,люксембург,luksemburg|SE:スウェーデン,瑞典,스웨덴,швеция,isvec,szwecja|' +
    'NO:norvegia,ノルウェー,挪威,노르웨이,норвегия,norvec,norwegia|DK:danimarca,denemarken,デンマーク,丹麦,덴마크,дания,danimarka,dania|' +
    'FI:フィンランド,芬兰,핀란드,финляндия,finlandiya|IS:islandia,islanda,ijsland,アイスランド,冰岛,아이슬란드,исландия,izlanda|' +
    'ES:スペイン,西班牙,스페인,испания,ispanya,spania|PT:portogallo,ポルトガル,葡萄牙,포르투칼,португалия,portekiz,portugalia|' +
    'IT:イタリア,意大利,이탈리아,италия,italya|GR:ギリシャ,希腊,그리스,греция,yunanistan,grecja,grekland,graekenland|MT:malte,マルタ,马耳他,몰타,мальта|' +
    'CY:chipre,chypre,cipro,キプロス,塞浦路斯,사이프러스,кипр,guney kibris rum kesimi,cypr,cypern,kypros|PL:ポーランド,波兰,폴랜드,польша,polonya|' +
    'CZ:republica checa,republique tcheque,repubblica ceca,tsjechie,チェコ,捷克,체코공화국,чехия,cek cumhuriyeti,czechy,tjeckien,tsjekkia,tjekkiet|' +
    'SK:eslovaquia,slovaquie,slovacchia,slowakije,スロバキア,斯洛伐克,슬로바키아,словакия,slovakya,slowacja,slovakien,slovakiet|' +
    'HU:hungria,ungheria,ハンガリー,匈牙利,헝가리,венгрия,macaristan,wegry,ungern|' +
    'RO:romenia,rumania,roemenie,ルーマニア,罗马尼亚,루마니아,румыния,romanya,rumunia,rumaenien|' +
    'BG:bulgarie,bulgarije,ブルガリア,保加利亚,불가리아,болгария,bulgaristan|' +
    'HR:croacia,croazia,kroatie,クロアチア,克罗地亚,크로아티아,хорватия,hirvatistan,chorwacja,kroatia|' +
    'SI:eslovenia,slovenie,スロベニア,斯洛文尼亚,슬로베니아,словения,slovenya,slowenia,slovenien|' +
    'RS:servia,serbie,servie,セルビア,塞尔维亚,세르비아,сербия,sirbistan|UA:ucrania,ucraina,oekraine,ウクライナ,乌克兰,우크라이나,украина,ukrayna|' +
    'EE:estonie,エストニア,爱沙尼亚,에스토니아,эстония,estonya|LV:letonia,lettonie,lettonia,letland,ラトビア,拉脱维亚,라트비아,латвия,letonya,lotwa|' +
    'LT:lituania,lituanie,litouwen,リトアニア,立陶宛,리투아니아,литва,litvanya,litwa|TR:turchia,トルコ,土耳其,터키,турция,turcja,turkiet,tyrkia,tyrkiet|' +
    'RU:russische foderation,russische federatie,ロシア連邦,俄罗斯,러시아연방,российская федерация,rusya,rosja,ryssland|' +
    'IL:israele,イスラエル,以色列,이스라엘,израиль,israil,izrael|' +
    'AE:emirados arabes unidos,emiratos arabes unidos,emirats arabes unis,vereinigte arabische emirate,emirati arabi uniti,verenigde arabische emiraten,アラブ首長国連邦,阿联酋,아랍에미리트연합,оаэ,birlesik arap emirlikleri,zjednoczone emiraty arabskie,forenade arabemiraten,de forente arabiske emirater,forenede arabiske emirater|' +
    'SA:arabia saudita,arabie saoudite,saudi arabie,サウジアラビア,沙特阿拉伯,사우디아라비아,саудовская аравия,suudi arabistan,arabia saudyjska,saudiarabien|' +
    'QA:catar,katar,カタール,卡塔尔,카타르,катар|KW:koweit,koeweit,クウェート,科威特,쿠웨이트,кувейт,kuveyt,kuwejt|' +
    'EG:egito,egipto,egitto,エジプト,埃及,이집트,египет,misir,egipt,egypten|MA:marrocos,marocco,モロッコ,摩洛哥,모로코,марокко,maroko,marocko|' +
    'TN:tunez,tunesie,チュニジア,突尼斯,튀니지아,тунис,tunus,tunezja,tunisien|' +
    'DZ:argelia,algerije,アルジェリア,阿尔及利亚,알제리,алжир,cezayir,algieria,algeriet|' +
    'ZA:africa do sul,sudafrica,zuid afrika,南アフリカ,南非,남아프리카,юар,guney afrika,poludniowa afryka,sydafrika,sor afrika|' +
    'NG:ナイジェリア,尼日利亚,나이지리아,нигерия,nijerya|KE:quenia,kenia,ケニア,肯尼亚,케냐,кения|GH:gana,ガーナ,加纳,가나,гана|' +
    'BR:brasile,brazilie,ブラジル,巴西,브라질,бразилия,brezilya,brazylia|' +
    'AR:argentine,argentinien,argentinie,アルゼンチン,阿根廷,아르헨티나,аргентина,arjantin,argentyna|CL:chili,cile,チリ,智利,칠레,чили,sili|' +
    'CO:colombie,kolumbien,コロンビア,哥伦比亚,콜롬비아,колумбия,kolombiya,kolumbia|PE:perou,ペルー,秘鲁,페루,перу|' +
    'UY:uruguai,ウルグアイ,乌拉圭,우루과이,уругвай,urugwaj|PY:paraguai,パラグアイ,巴拉圭,파라과이,парагвай,paragwaj|' +
    'BO:bolivie,bolivien,ボリビア多民族国,玻利维亚,볼리비아,боливия,bolivya,boliwia|EC:equador,equateur,エクアドル,厄瓜多尔,에콰도르,эквадор,ekvador,ekwador|' +
    'VE:ベネズエラ・ボリバル共和国,委内瑞拉,베네수엘라,венесуэла,wenezuela|CR:コスタリカ,哥斯达黎加,코스타리카,коста-рика,kosta rika,kostaryka|PA:パナマ,巴拿马,파나마,панама|' +
    'GT:グアテマラ,危地马拉,과테말라,гватемала,gwatemala|' +
    'DO:republique dominicaine,dominikanische republik,repubblica dominicana,dominicaanse republiek,ドミニカ共和国,多米尼加,도미니카 공화국,доминиканская республика,dominik cumhuriyeti,dominikana,dominikanska republiken,den dominikanske republikk,dominikanske republik|' +
    'CU:kuba,キューバ,古巴,쿠바,куба|PR:porto rico,プエルトリコ,波多黎各,푸에르토리코,пуэрто-рико,porto riko,portoryko|IN:インド,印度,인도,индия,hindistan|' +
    'CN:cina,中華人民共和国,중국,chiny|HK:홍콩,гонконг,cin hong kong oyb|MO:マカオ,澳门,마카오,макао,cin makao oyb,makau|' +
    'TW:repubblica di cina,中国台湾省,중화민국,тайвань,китайская республика,tayvan,tajwan,republikken kina taiwan|' +
    'JP:japao,일본,япония,japonya,japonia|' +
    'KR:coreia do sul,republica de corea,corea del sud,zuid korea,大韓民国,韩国,республика корея,guney kore,korea poludniowa,sydkorea,sor korea|' +
    'KP:coreia do norte,coree du nord,nordkorea,corea del nord,noord korea,朝鮮民主主義人民共和国,朝鲜,북한,kuzey kore,korea polnocna,nord korea|' +
    'SG:singapura,シンガポール,싱가포르,сингапур|MY:malasia,malaisie,malesia,maleisie,マレーシア,马来西亚,말레이시아,малайзия,malezya,malezja|' +
    'ID:indonesie,インドネシア,印尼,인도네시아,индонезия,endonezya,indonezja|TH:tailandia,thailande,thailandia,タイ,泰国,태국,таиланд,tayland,tajlandia|' +
    'VN:vietname,ベトナム,越南,베트남,вьетнам,wietnam|' +
    'PH:filipinas,filippine,filipijnen,フィリピン,菲律宾,필리핀,филиппины,filipinler,filipiny,filippinerna,filippinene,filippinerne|' +
    'AU:オーストラリア,澳大利亚,호주,австралия,avustralya|' +
    'NZ:nova zelandia,nueva zelanda,nouvelle zelande,nuova zelanda,nieuw zeeland,ニュージーランド,新西兰,뉴질랜드,новая зеландия,yeni zelanda,nowa zelandia,nya zeeland|' +
    'PK:paquistao,パキスタン,巴基斯坦,파키스탄,пакистан|BD:bangladesch,バングラデシュ,孟加拉国,방글라데시,бангладеш,banglades,bangladesz|' +
    'LK:スリランカ,斯里兰卡,스리랑카,шри-ланка|KZ:cazaquistao,kazajistan,kasachstan,kazakistan,kazachstan,カザフスタン,哈萨克斯坦,카자흐스탄,kazakstan,kasakhstan|' +
    'GE:georgie,georgien,ジョージア,格鲁吉亚,그루지아,грузия,gurcistan,gruzja|' +
    'AZ:azerbaijao,azerbaiyan,aserbaidschan,azerbaigian,azerbeidzjan,アゼルバイジャン,阿塞拜疆,아제르바이잔,азербайджан,azerbaycan,azerbejdzan,azerbajdzjan,aserbajdsjan|' +
    'AM:armenie,armenien,アルメニア,亚美尼亚,아르메니아,армения,ermenistan|' +
    'BY:bielorrussia,bielorrusia,bielorussie,bielorussia,wit rusland,ベラルーシ,白俄罗斯,벨라루스,beyaz rusya,bialorus,hviterussland,hviderusland|' +
    'MD:moldavia,moldavie,モルドバ共和国,摩尔多瓦,몰도바,молдавия,moldawia,moldavien|AL:albanie,albanien,アルバニア,阿尔巴尼亚,알바니아,албания,arnavutluk|' +
    'BA:bosnia herzegovina,bosnia y herzegovina,bosnie herzegovine,bosnien und herzegowina,bosnia ed erzegovina,bosnie en herzegovina,bosnie herzegovina,ボスニア・ヘルツェゴビナ,波黑,보스니아 헤르체고비나,босния и герцеговина,bosna hersek,bosnia i hercegowina,bosnien och hercegovina,bosnia hercegovina,bosnien hercegovina|' +
    'ME:モンテネグロ,黑山,몬테네그로,черногория,karadag,czarnogora|' +
    'MK:macedonia do norte,macedonia del norte,macedoine du nord,macedonia del nord,noord macedonie,北マケドニア,北马其顿,마케도니아,северная македония,kuzey makedonya,macedonia polnocna,nordmakedonien,nord makedonia|' +
    'IQ:iraque,irak,イラク,伊拉克,이라크,ирак|IR:irao,republica islamica de iran,イラン・イスラム共和国,伊朗,이란,иран|' +
    'JO:jordania,jordanie,jordanien,giordania,ヨルダン,约旦,요르단,иордания,urdun|LB:libano,liban,libanon,レバノン,黎巴嫩,레바논,ливан,lubnan|' +
    'OM:オマーン,阿曼,오만,оман,umman|BH:bahrein,バーレーン,巴林,바레인,бахрейн,bahreyn,bahrajn|YE:iemen,jemen,イエメン,也门,예멘,йемен|' +
    'SN:セネガル,塞内加尔,세네갈,сенегал|' +
    'CI:costa do marfim,costa de marfil,elfenbeinkuste,costa davorio,ivoorkust,コートジボワール,科特迪瓦,코트디부아르,кот-д’ивуар,fildisi sahili,wybrzeze kosci sloniowej,elfenbenskusten,elfenbenskysten|' +
    'CM:camaroes,camerun,cameroun,kamerun,kameroen,カメルーン,喀麦隆,카메룬,камерун|' +
    'ET:etiopia,ethiopie,athiopien,エチオピア,埃塞俄比亚,이디오피아,эфиопия,etiyopya,etiopien|' +
    'TZ:republique unie de tanzanie,tansania,タンザニア,坦桑尼亚,탄자니아,танзания,tanzanya|UG:ouganda,oeganda,ウガンダ,乌干达,우간다,уганда|' +
    'AO:アンゴラ,安哥拉,앙골라,ангола|MZ:mocambique,mosambik,mozambico,モザンビーク,莫桑比克,모잠비크,мозамбик,mozambik';
  return table.split('|').map((entry) => [entry.slice(0, 2), entry.slice(3).split(',')] as const);
}
