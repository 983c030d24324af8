//! Advice about what may go wrong in every text.

use super::three::{Advice, a};
use crate::catalog::w;

pub(super) const WANTS_EVIDENCE: Advice = a(
    w(
        "这一段标了“还缺证据”。",
        "這一段標了「還缺證據」。",
        "This passage is marked as needing evidence.",
    ),
    w(
        "说法没有依据，评委很难相信。",
        "說法沒有依據，評審很難相信。",
        "Claims without evidence are not believed.",
    ),
    w(
        "从研究线索选一条证据，或者改成自己的看法，再去掉标记。",
        "從研究線索選一條證據，或者改成自己的看法，再去掉標記。",
        "Pull evidence from the spiral, or say that it is your view; then take the mark away.",
    ),
);

pub(super) const PRIVATE_SOURCE: Advice = a(
    w(
        "这一段取自标着“仅自己”的记录。",
        "這一段取自標著「僅自己」的記錄。",
        "This passage is from a record marked “Only me”.",
    ),
    w(
        "当时写给自己看的话，未必合适交出去。",
        "當時寫給自己看的話，未必合適交出去。",
        "What was written for your own eyes may not be fit to hand in.",
    ),
    w(
        "看一遍再决定：改写、拿掉，或者把那条记录改成可以公开。",
        "看一遍再決定：改寫、拿掉，或者把那條記錄改成可以公開。",
        "Read it again: reword it, take it out, or open the record to others.",
    ),
);

pub(super) const PUPIL_SOURCE: Advice = a(
    w(
        "这一段取自标着“含可识别学生”的记录。",
        "這一段取自標著「含可識別學生」的記錄。",
        "This passage is from a record in which a pupil can be recognised.",
    ),
    w(
        "涉及学生的信息，先处理再外发。",
        "涉及學生的資訊，先處理再外傳。",
        "Remove what tells of a pupil before the text leaves this computer.",
    ),
    w(
        "换成代号，去掉认得出是谁的细节。",
        "換成代號，去掉認得出是誰的細節。",
        "Use a code, and leave out details by which the pupil is known.",
    ),
);

pub(super) const OTHER_TURN: Advice = a(
    w(
        "这一段出自第{n}轮，不在这篇文稿讲的几轮里。",
        "這一段出自第{n}輪，不在這篇文稿講的幾輪裡。",
        "This passage is from turn {n}, which the text does not tell of.",
    ),
    w(
        "一篇文章讲一件事：一轮的诊断配另一轮的成效，评委看不出是怎样变好的。",
        "一篇文章講一件事：一輪的診斷配另一輪的成效，評審看不出是怎樣變好的。",
        "A text has one story: one turn’s diagnosis beside another’s effect shows nobody how it came about.",
    ),
    w(
        "删去这一段，或者改一改这篇讲哪几轮。",
        "刪去這一段，或者改一改這篇講哪幾輪。",
        "Take it out, or change which turns the text tells of.",
    ),
);

pub(super) const RELATIVE_DAY: Advice = a(
    w(
        "“{word}”是哪一天，读者不知道。",
        "「{word}」是哪一天，讀者不知道。",
        "A reader cannot know when “{word}” was.",
    ),
    w(
        "文章是几个月以后读的，前后两次离了多久，也要靠日期看。",
        "文章是幾個月以後讀的，前後兩次離了多久，也要靠日期看。",
        "It is read months later, and only days tell how far apart two events were.",
    ),
    w(
        "改成日期，或者写第几周。",
        "改成日期，或者寫第幾週。",
        "Write the day, or the week of the term.",
    ),
);

pub(super) const PERCENT_WITHOUT_BASE: Advice = a(
    w(
        "{p}没有写明是多少人中的多少人。",
        "{p}沒有寫明是多少人中的多少人。",
        "{p} does not say how many of how many.",
    ),
    w(
        "没有总数，读者不知道是3个人还是300个人。",
        "沒有總數，讀者不知道是3個人還是300個人。",
        "Without a base nobody knows whether it is 3 people or 300.",
    ),
    w(
        "在旁边写上人数或“n=……”。",
        "在旁邊寫上人數或「n=……」。",
        "Give the count beside it, or “n = …”.",
    ),
);

pub(super) const POINTS_NOT_PERCENT: Advice = a(
    w(
        "两个百分比相差{d}个百分点，这里写成了{d}%。",
        "兩個百分比相差{d}個百分點，這裡寫成了{d}%。",
        "Two percentages differ by {d} points, and it says {d}%.",
    ),
    w(
        "百分比的差叫百分点；写成%，意思就变了。",
        "百分比的差叫百分點；寫成%，意思就變了。",
        "Such a difference is in percentage points; with % it means something else.",
    ),
    w(
        "改成“{d}个百分点”。",
        "改成「{d}個百分點」。",
        "Write “{d} percentage points”.",
    ),
);

pub(super) const NO_SUCH_REFERENCE: Advice = a(
    w(
        "这里引用了[{number}]，但参考文献只有{n}条。",
        "這裡引用了[{number}]，但參考文獻只有{n}條。",
        "It cites [{number}], and the list has {n}.",
    ),
    w(
        "读者找不到出处。",
        "讀者找不到出處。",
        "Readers cannot find the source.",
    ),
    w(
        "补上这一条，或者改正编号。",
        "補上這一條，或者改正編號。",
        "Add it, or correct the number.",
    ),
);

pub(super) const UNCITED_REFERENCE: Advice = a(
    w(
        "正文没有引用参考文献[{number}]。",
        "正文沒有引用參考文獻[{number}]。",
        "Reference [{number}] is never cited.",
    ),
    w(
        "只列真正用过的，列而不引会被当成凑数。",
        "只列真正用過的，列而不引會被當成湊數。",
        "The list is for what was used; the rest looks like padding.",
    ),
    w(
        "在用到的地方标上[{number}]，或者删去这一条。",
        "在用到的地方標上[{number}]，或者刪去這一條。",
        "Put [{number}] where it was used, or take it off the list.",
    ),
);

pub(super) const NUMBER_MARK: Advice = a(
    w(
        "序号写成了“{said}”。",
        "序號寫成了「{said}」。",
        "A number is written “{said}”.",
    ),
    w(
        "通行的写法依次是一、（一）1.（1），括号后面不再加顿号。",
        "通行的寫法依次是一、（一）1.（1），括號後面不再加頓號。",
        "In Chinese texts a character has a comma, a figure a point, and brackets have no mark behind them.",
    ),
    w(
        "全文统一改成“{right}”这样的写法。",
        "全文統一改成「{right}」這樣的寫法。",
        "Write it “{right}” throughout.",
    ),
);

pub(super) const NUMBER_GAP: Advice = a(
    w(
        "序号“{before}”后面接着是“{said}”。",
        "序號「{before}」後面接著是「{said}」。",
        "“{said}” follows “{before}”.",
    ),
    w(
        "序号跳号或重复，读者会以为漏了一条。",
        "序號跳號或重複，讀者會以為漏了一條。",
        "Readers will think that an item is missing.",
    ),
    w("按次序重新编号。", "按次序重新編號。", "Number them in order."),
);

pub(super) const NUMBER_ORDER: Advice = a(
    w(
        "“{said}”接在“{before}”里面，层次颠倒了。",
        "「{said}」接在「{before}」裡面，層次顛倒了。",
        "“{said}” goes on across “{before}”, which is of an outer level.",
    ),
    w(
        "序号从大到小是一、（一）1.（1），外层换了一条，里层要重新从1起。",
        "序號從大到小是一、（一）1.（1），外層換了一條，裡層要重新從1起。",
        "Where the outer level goes on to its next item, the inner one begins anew.",
    ),
    w(
        "看清哪一层在外面，再统一改。",
        "看清哪一層在外面，再統一改。",
        "Decide which level is the outer one, and change them all.",
    ),
);

pub(super) const MISSPELLING: Advice = a(
    w(
        "“{said}”多半是“{right}”写错了。",
        "「{said}」多半是「{right}」寫錯了。",
        "“{said}” is probably “{right}”, misspelt.",
    ),
    w(
        "一个错别字就会让评委觉得没有仔细校对。",
        "一個錯別字就會讓評審覺得沒有仔細校對。",
        "One misspelt word makes a text look unread.",
    ),
    w(
        "改成“{right}”；是有意这样写的，就不用管。",
        "改成「{right}」；是有意這樣寫的，就不用管。",
        "Write “{right}”; if it is meant so, leave it.",
    ),
);

pub(super) const NO_MACHINE_STATEMENT: Advice = a(
    w(
        "这次评比对使用AI有要求，文中还没有说明。",
        "這次評比對使用AI有要求，文中還沒有說明。",
        "The contest asks for a word about AI, and the text has none.",
    ),
    w(
        "通知里写的是：“{asked}”",
        "通知裡寫的是：「{asked}」",
        "The notice says: “{asked}”",
    ),
    w(
        "用过就写明用在哪里、怎样核对；没有用过，也照通知写一句。",
        "用過就寫明用在哪裡、怎樣核對；沒有用過，也照通知寫一句。",
        "Say where it was used and how that was checked; or, if it was not, say so as the notice asks.",
    ),
);

pub(super) const OWN_FAULT: Advice = a(
    w("这里用了“{said}”。", "這裡用了「{said}」。", "It says “{said}”."),
    w(
        "“常见问题”里写着：{line}",
        "「常見問題」裡寫著：{line}",
        "The list of common faults says: {line}",
    ),
    w(
        "换一个说法，或者用事实把它写具体。",
        "換一個說法，或者用事實把它寫具體。",
        "Put it another way, or give the facts.",
    ),
);

pub(super) const UNNAMED_FIGURE: Advice = a(
    w(
        "正文里没有一句提到图{n}。",
        "正文裡沒有一句提到圖{n}。",
        "No sentence mentions Figure {n}.",
    ),
    w(
        "图是证据：不说它证明什么，评审不知道为什么放在这里。",
        "圖是證據：不說它證明什麼，評審不知道為什麼放在這裡。",
        "A figure is evidence: unless the text says of what, a judge cannot tell why it is there.",
    ),
    w(
        "在用到它的那句话后面写“（见图{n}）”，或者把图拿掉。",
        "在用到它的那句話後面寫「（見圖{n}）」，或者把圖拿掉。",
        "Write “(Figure {n})” behind the sentence that rests on it, or take the figure out.",
    ),
);

pub(super) const UNNAMED_TABLE: Advice = a(
    w(
        "正文里没有一句提到表{n}。",
        "正文裡沒有一句提到表{n}。",
        "No sentence mentions Table {n}.",
    ),
    w(
        "表要有话领着看，读的人才知道看哪个数。",
        "表要有話領著看，讀的人才知道看哪個數。",
        "Readers need a sentence that leads them to the figures that matter in a table.",
    ),
    w(
        "在说到这些数的那句话后面写“（见表{n}）”，或者把表拿掉。",
        "在說到這些數的那句話後面寫「（見表{n}）」，或者把表拿掉。",
        "Write “(Table {n})” behind the sentence that tells these numbers, or take the table out.",
    ),
);

pub(super) const NO_SUCH_FIGURE: Advice = a(
    w(
        "正文说到“{name}”，可是文稿里没有它。",
        "正文說到「{name}」，可是文稿裡沒有它。",
        "The text speaks of “{name}”, which is not there.",
    ),
    w(
        "编号对不上，评审会以为漏了图表。",
        "編號對不上，評審會以為漏了圖表。",
        "Where numbers do not match, judges think that something was left out.",
    ),
    w(
        "改成现在的编号，或者删去这处。",
        "改成現在的編號，或者刪去這處。",
        "Put its present number there, or take the mention out.",
    ),
);
