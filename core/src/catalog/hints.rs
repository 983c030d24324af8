//! The sentences of the soft rules.

use super::{Words, w};
use crate::spiral::Rule;

/// What a hint says. `{n}` is a number, `{name}` a name.
pub const fn rule(rule: Rule) -> Words {
    match rule {
        Rule::AddedLater => w(
            "补记：过了 {n} 天才写下。发生日期和记录日期都留着，读的人心里有数。",
            "補記：過了 {n} 天才寫下。發生日期和記錄日期都留著，讀的人心裡有數。",
            "Added later: written {n} days afterwards. Both dates are kept, so that a reader knows.",
        ),
        Rule::NoEvidence => w(
            "这条反思还没有证据。看到的、数过的、学生写的，放进来一条，日后才说得清。",
            "這條反思還沒有證據。看到的、數過的、學生寫的，放進來一條，日後才說得清。",
            "This reflection has no evidence yet. Add one thing seen, counted or made by a pupil, so that it can be shown later.",
        ),
        Rule::OneKindOfEvidence => w(
            "这一轮只有一种证据。再有一种，两边能互相印证。",
            "這一輪只有一種證據。再有一種，兩邊能互相印證。",
            "This turn has only one kind of evidence. A second kind would let each confirm the other.",
        ),
        Rule::NoNewProblem => w(
            "这一轮已经有反思。冒出新问题了吗？“没有新问题”也是一种回答。",
            "這一輪已經有反思。冒出新問題了嗎？「沒有新問題」也是一種回答。",
            "This turn has a reflection. Has a new problem come up? “None” is an answer too.",
        ),
        Rule::TwoNextTurns => w(
            "这一轮有 {n} 个新问题都进入了下一轮。通常只留一个，其余的可以另开线索或进问题库。",
            "這一輪有 {n} 個新問題都進入了下一輪。通常只留一個，其餘的可以另開線索或進問題庫。",
            "{n} new problems of this turn open the next one. Usually one does; the others can get their own spiral or wait in the pool.",
        ),
        Rule::ClosedWithoutReflection => w(
            "线索已经结束，最后一轮还没有反思。补上一段，这条线索就完整了。",
            "線索已經結束，最後一輪還沒有反思。補上一段，這條線索就完整了。",
            "The spiral has ended and its last turn has no reflection. One paragraph would complete it.",
        ),
        Rule::GivenUpWithoutReason => w(
            "放弃也是一种结果。写一句为什么，明年的你会感谢现在的你。",
            "放棄也是一種結果。寫一句為什麼，明年的你會感謝現在的你。",
            "Giving up is a result too. One line of why will serve you next year.",
        ),
        Rule::ExpectationDue => w(
            "动手前的预期已到日子（{name}），还没有反思。和预期比，哪里一样，哪里不一样？",
            "動手前的預期已到日子（{name}），還沒有反思。和預期比，哪裡一樣，哪裡不一樣？",
            "The expectation was due on {name} and there is no reflection yet. Where does it hold, where not?",
        ),
        Rule::MeasureWithoutBase => w(
            "“{name}”有一个数没有写总数。百分比要和总数 n 一起写。",
            "「{name}」有一個數沒有寫總數。百分比要和總數 n 一起寫。",
            "One value of “{name}” has no base. A percentage needs its n.",
        ),
        Rule::BaseChanged => w(
            "“{name}”前后的总数不一样。写一句说明，前后才能比。",
            "「{name}」前後的總數不一樣。寫一句說明，前後才能比。",
            "The base of “{name}” changed along the way. A note would keep the values comparable.",
        ),
        Rule::NoProblem => w(
            "这条线索还没有写问题。先写一句也行。",
            "這條線索還沒有寫問題。先寫一句也行。",
            "This spiral has no problem yet. One sentence will do.",
        ),
    }
}
