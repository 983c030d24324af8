//! 经验总结.

use super::form::{Feed, Form, Pick, REFERENCES, RESULTS, section};
use crate::catalog::{Words, w};
use crate::record::{Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::Experience,
    name: w("经验总结", "經驗總結", "Experience summary"),
    opening: w(
        "题目点出“做法+对象”，不超过25字；摘要写清问题、做法、成效，150–300字；关键词3–5个。",
        "題目點出「做法+對象」，不超過25字；摘要寫清問題、做法、成效，150–300字；關鍵詞3–5個。",
        "Title: the practice and for whom, at most 25 characters. Abstract: problem, practice and effect in 150–300 characters. 3–5 keywords.",
    ),
    length: (1_500, 6_000),
    title: 25,
    summary: (150, 300),
    keywords: (3, 5),
    header: &[],
    sections: &[
        section(
            "origin",
            w("问题缘起", "問題緣起", "Where it began"),
            Some((10, 15)),
            w(
                "用一两个事实和一个数字说明为什么要做这件事。",
                "用一兩個事實和一個數字說明為什麼要做這件事。",
                "One or two facts and one figure: why this had to be done.",
            ),
            &[
                Feed::Entries(
                    Pick::First,
                    Phase::Problem,
                    &["", "facts", "baseline", "explanation", "other_explanation"],
                ),
                Feed::Baseline,
            ],
        ),
        section(
            "moves",
            w("主要做法", "主要做法", "What I did"),
            Some((40, 50)),
            w(
                "提炼成2–4条，每条一个小标题：做了什么、怎样做、举一个例子、为什么后来改了。",
                "提煉成2–4條，每條一個小標題：做了什麼、怎樣做、舉一個例子、為什麼後來改了。",
                "2–4 moves, each with a name: what, how, one example, why it was changed later.",
            ),
            &[Feed::Entries(Pick::All, Phase::Action, &["", "done", "deviation"])],
        ),
        section(
            "effects",
            w("实践成效", "實踐成效", "Effects"),
            Some((15, 20)),
            w(
                "前后用同一把尺子比；有数据，也有一个孩子的变化；写明还不能证明什么。",
                "前後用同一把尺子比；有數據，也有一個孩子的變化；寫明還不能證明什麼。",
                "The same measure before and after; a figure and a child; what it does not prove.",
            ),
            &[
                Feed::Change,
                Feed::Trend,
                Feed::Entries(Pick::After, Phase::Observation, &["", "seen", "count"]),
                Feed::Evidence(Pick::After, RESULTS),
            ],
        ),
        section(
            "lessons",
            w("经验体会", "經驗體會", "What I learned"),
            Some((15, 20)),
            w(
                "说道理和条件：为什么有用？在什么条件下有用？别人照做要注意什么？",
                "說道理和條件：為什麼有用？在什麼條件下有用？別人照做要注意什麼？",
                "Reasons and conditions: why does it work, when, and what should others watch for?",
            ),
            &[Feed::Entries(
                Pick::All,
                Phase::Reflection,
                &["", "surprise", "pupils_eyes", "shaken", "other_causes"],
            )],
        ),
        section(
            "open",
            w("问题与展望", "問題與展望", "Open problems"),
            Some((5, 10)),
            w(
                "还没解决什么？下一步怎么走？",
                "還沒解決什麼？下一步怎麼走？",
                "What remains, and what comes next?",
            ),
            &[Feed::Entries(Pick::Last, Phase::NewProblem, &[""])],
        ),
        REFERENCES,
    ],
    judging: &[
        (w("问题与选题", "問題與選題", "Problem and choice of topic"), 15),
        (w("做法具体可操作", "做法具體可操作", "Practice others can follow"), 30),
        (w("成效有据", "成效有據", "Effects that are shown"), 20),
        (
            w(
                "提炼出道理与条件",
                "提煉出道理與條件",
                "Reasons and conditions drawn out",
            ),
            20,
        ),
        (w("表达与规范", "表達與規範", "Language and form"), 15),
    ],
    faults: FAULTS,
};

const FAULTS: &[Words] = &[
    w(
        "写成了流水账：有日期，没有一条提炼出名称的做法。",
        "寫成了流水帳：有日期，沒有一條提煉出名稱的做法。",
        "It is a work report: dates, and no move that has a name.",
    ),
    w(
        "有做法没成效，或者成效里没有数据。",
        "有做法沒成效，或者成效裡沒有數據。",
        "Practice without effect, or an effect without a figure.",
    ),
    w(
        "题目大，内容小：一个班的事用了很大的词。",
        "題目大，內容小：一個班的事用了很大的詞。",
        "A big title over small content: large words for one class.",
    ),
    w(
        "没有提炼：看不到为什么有用、在什么条件下有用。",
        "沒有提煉：看不到為什麼有用、在什麼條件下有用。",
        "Nothing is distilled: not why it works, nor under which conditions.",
    ),
    w(
        "只写成功。放进一条相反的例子，更可信。",
        "只寫成功。放進一條相反的例子，更可信。",
        "Only successes. One case that goes against them makes it believable.",
    ),
    w(
        "开头理论太多。第一节不超过全文的四分之一。",
        "開頭理論太多。第一節不超過全文的四分之一。",
        "Too much theory at the front. The first section is at most a quarter of the text.",
    ),
];
