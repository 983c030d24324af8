//! Which characters a language does not write.

/// Characters that only Simplified Chinese writes.
const SIMPLIFIED: &str = "\
    专业东两严临为举义乐习书争亲仅从们价众优会传伤体侧倾关兴养内册写决况减凑凭击则创删办务动励势区单却县\
    参变叙叠叶号吗听启员响哒团园围国图圆场坏块墙声处备够头奖学实审对导将届属师带帮广库应废开弃张归当录忆\
    态总惯愿懒执扫扬护报拟择挤换搁摇摊撑数断旧时显晒暂术机条来构标栏样档检欢气汇没测温满澜点炼热状独献环\
    现电画盖码础确种积称笔筹签简篓类紧纠红约级纯纲纳纸线练组细织经结绕给络绝统继绩续绳综编缘缩网职联脚\
    节苏荐获蓝补装见观规视览觉触计认讨让训议记讲许论设访证评识诉诊词译试诗话询诤该语误说请诺读课谁调谈谢\
    谣负责账质贫购贴费资赖赛赢践踪转轮轻载较边达过还这进远连适选释鉴钟链销错锚键镇镜长门闭问间闻阅队阶际\
    陈随隐难静页项顺顾顿预领频颗题额饰馈验骤鸣龙\
    ";

/// Characters that only Traditional Chinese writes.
const TRADITIONAL: &str = "\
    並佈佔併來侷係個們側備傳傷傾僅價優內兩冊別刪則創劃動務勢勵匯區卻參員唸問啓單嗎噠嚴國圍園圓圖團執報場\
    塊壞夠學實審寫將專尋對導屆屬師帶幫幹幾庫廢廣張彙後從復徵態慣憑憶應懶捨掃採揚換搖撐擇擊據擠擬擱攤敘數\
    斷於時暫曬書會東柺條棄業構樂標樣機檔檢欄歡歸氣決沒況減測湊準溫滿瀾為無煉熱爭爲牆狀獎獨獲獻現環畫當疊\
    發確碼礎種稱積穫筆節範簍簡籌籤糾約紅納純紙級細組結絕絡給統經綜綱網緊線緣編練縣縮總績織繞繩繳繼續纔羣\
    義習聞聯聲職聽腳臨臺與興舉舊萬葉蓋薦藍蘇蘋處號衆術衝裏補裝裡製複覈見規視親覺覽觀觸計討訓記訪設許訴診\
    註評詞詢試詩話該誌認語誤說誰課調談請諍論諾講謝謠證識譯議護讀變讓負貧責費貼資質賬賴購賽贏踐蹤較載輕輪\
    轉辦這連週進過達遠適選還邊釋銷錄錨錯鍵鎮鏈鏡鐘鑑長門閉開間閱關陳隊階際隨隱隻難電靜響頁項順須預頓領頭\
    頻顆題額願類顧顯飾養餘饋驗驟體鳴麼點龍\
    ";

/// What one conversion table makes of a word that another character belongs in.
const FALSE_FRIENDS: [&str; 11] = [
    "製度",
    "製定",
    "從檔案",
    "方麵",
    "麵對",
    "乾部",
    "頭發",
    "裏",
    "爲",
    "羣",
    "衆",
];

/// What in a text of this language (`zh-Hans`, `zh-Hant`, `en`) only another one writes.
pub(crate) fn stray(tag: &str, text: &str) -> Option<String> {
    let one_of = |marks: &str| text.chars().find(|character| marks.contains(*character));
    let found = match tag {
        "zh-Hans" => one_of(TRADITIONAL).or_else(|| one_of("「」『』")),
        "zh-Hant" => {
            if let Some(wrong) = FALSE_FRIENDS.iter().find(|wrong| text.contains(**wrong)) {
                return Some((*wrong).to_owned());
            }
            one_of(SIMPLIFIED).or_else(|| one_of("“”‘’"))
        }
        _ => text
            .chars()
            .find(|character| *character == '\'' || ('\u{3000}'..='\u{9fff}').contains(character)),
    };
    found.map(String::from)
}
