//! 读书心得.

use super::form::{Feed, Form, PLAIN, Pick, h, section};
use crate::catalog::{Words, w};
use crate::record::{EvidenceKind, Phase, TextType};

pub(super) const FORM: Form = Form {
    kind: TextType::ReadingNotes,
    name: w("读书心得", "讀書心得", "Reading reflection"),
    opening: w(
        "题目用自己的一句话，不用书名。八百字左右；摘录不超过一半。",
        "題目用自己的一句話，不用書名。八百字左右；摘錄不超過一半。",
        "The title is a sentence of your own, not the book’s. About 800 characters; less than half of it quoted.",
    ),
    length: (800, 0),
    header: &[
        h("book", w("书名", "書名", "Book")),
        h("author", w("作者", "作者", "Author")),
        h("translator", w("译者", "譯者", "Translator")),
        h("publisher", w("出版社", "出版社", "Publisher")),
        h("year", w("出版年", "出版年", "Year")),
        h("edition", w("版次", "版次", "Edition")),
        h(
            "from",
            w(
                "来源（学校购、推荐、自选）",
                "來源（學校購、推薦、自選）",
                "Where it came from (school, recommended, own choice)",
            ),
        ),
        h("dates", w("起止日期", "起止日期", "Read from – to")),
        h("pages", w("已读页/总页", "已讀頁/總頁", "Pages read / in all")),
    ],
    sections: &[
        section(
            "excerpt",
            w("摘录", "摘錄", "Excerpt"),
            None,
            w(
                "最触动的一两句（写页码）。",
                "最觸動的一兩句（寫頁碼）。",
                "The one or two lines that touched you, with the page.",
            ),
            &[Feed::Evidence(Pick::All, &[EvidenceKind::Reading])],
        ),
        section(
            "claim",
            w("作者的意思", "作者的意思", "What the author says"),
            None,
            w(
                "用自己的话说这一章的主张。",
                "用自己的話說這一章的主張。",
                "The claim of the chapter in your own words.",
            ),
            &[],
        ),
        section(
            "classroom",
            w("我的课堂", "我的課堂", "My classroom"),
            None,
            w(
                "想到自己的哪一件事？",
                "想到自己的哪一件事？",
                "Which event of your own does it bring to mind?",
            ),
            &[Feed::Entries(Pick::Last, Phase::Reflection, &["", "surprise"])],
        ),
        section(
            "doubt",
            w("我不同意、拿不准", "我不同意、拿不準", "Where I disagree or doubt"),
            None,
            w(
                "哪里未必适合我的班？",
                "哪裡未必適合我的班？",
                "Where may it not fit your class?",
            ),
            &[Feed::Entries(Pick::Last, Phase::Reflection, &["shaken"])],
        ),
        section(
            "trial",
            w("我要试", "我要試", "What I will try"),
            None,
            w(
                "下周试的一小步。可以记成行动的打算。",
                "下週試的一小步。可以記成行動的打算。",
                "One small step for next week. It may become the plan of an action.",
            ),
            &[Feed::Entries(Pick::Last, Phase::Action, &["plan"])],
        ),
    ],
    faults: FAULTS,
    ..PLAIN
};

const FAULTS: &[Words] = &[
    w("大半是抄的。", "大半是抄的。", "Most of it is copied."),
    w(
        "夸了整本书，没有一件自己的事。",
        "誇了整本書，沒有一件自己的事。",
        "Praise of the whole book, and nothing of one’s own.",
    ),
    w(
        "没有不同意，也没有要试的一步。",
        "沒有不同意，也沒有要試的一步。",
        "No doubt, and no step to try.",
    ),
];
