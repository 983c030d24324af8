//! The sentences of the problem check.

use super::{Words, w};
use crate::spiral::Reason;

/// Why an item passes or is weak. `{name}` is the word that made the difference.
// A table: its length is the number of reasons.
#[allow(clippy::too_many_lines)]
pub const fn reason(reason: Reason) -> Words {
    match reason {
        Reason::DatedFacts => w(
            "写了带日期或数字的事实。",
            "寫了帶日期或數字的事實。",
            "There are facts with dates or figures.",
        ),
        Reason::FewFacts => w(
            "事实还少：写两次带日期的情形，或者一个数。",
            "事實還少：寫兩次帶日期的情形，或者一個數。",
            "Few facts yet: give two dated instances, or one figure.",
        ),
        Reason::LearningGain => w(
            "说到了学生和学习。",
            "說到了學生和學習。",
            "It speaks of pupils and their learning.",
        ),
        Reason::NoLearningGain => w(
            "还看不出孩子在学习上得到什么。",
            "還看不出孩子在學習上得到什麼。",
            "It does not say yet what pupils gain for their learning.",
        ),
        Reason::PeerConfirms => w("有同伴确认。", "有同伴確認。", "A colleague confirms it."),
        Reason::NoPeer => w(
            "问问同组老师：他们也遇到吗？写进“同伴确认”。",
            "問問同組老師：他們也遇到嗎？寫進「同伴確認」。",
            "Ask a colleague whether they meet it too, and note it under “A colleague confirms”.",
        ),
        Reason::Narrow => w("没有过大的词。", "沒有過大的詞。", "No word is too broad."),
        Reason::Broad => w(
            "“{name}”太大了。换成哪些学生、什么时候、什么表现。",
            "「{name}」太大了。換成哪些學生、什麼時候、什麼表現。",
            "“{name}” is too broad. Say which pupils, when, what they do.",
        ),
        Reason::OwnLever => w(
            "没有推到别人身上。",
            "沒有推到別人身上。",
            "It is not laid at others’ door.",
        ),
        Reason::OthersLever => w(
            "“{name}”不是你一个人能改的。哪一步是你自己能换的？",
            "「{name}」不是你一個人能改的。哪一步是你自己能換的？",
            "“{name}” is not yours to change. Which step is?",
        ),
        Reason::WithinTerm => w("日期在这学期之内。", "日期在這學期之內。", "It ends within the term."),
        Reason::BeyondTerm => w(
            "结束日期超出了这学期。能不能先做其中一小块？",
            "結束日期超出了這學期。能不能先做其中一小塊？",
            "It ends after the term. Could a smaller part be done first?",
        ),
        Reason::NoDates => w(
            "还没有写做到哪天。",
            "還沒有寫做到哪天。",
            "It does not say until when.",
        ),
        Reason::HasIndicator => w(
            "有指标，看得见。",
            "有指標，看得見。",
            "There is an indicator to look at.",
        ),
        Reason::NoIndicator => w(
            "改好了会看到、听到、数到什么？写进“指标”。",
            "改好了會看到、聽到、數到什麼？寫進「指標」。",
            "What will you see, hear or count when it is better? Put it under “Indicator”.",
        ),
        Reason::OpenQuestion => w("是开放的问题。", "是開放的問題。", "It is an open question."),
        Reason::YesNo => w(
            "有“{name}”，像是非题。试试“怎样”“哪些”。",
            "有「{name}」，像是非題。試試「怎樣」「哪些」。",
            "“{name}” makes it a yes-or-no question. Try “how” or “which”.",
        ),
        Reason::SettledAlready => w(
            "句中已有“{name}”，像是答案先有了。",
            "句中已有「{name}」，像是答案先有了。",
            "“{name}” sounds as if the answer were known.",
        ),
        Reason::HasSource => w(
            "提到了读过或问过的。",
            "提到了讀過或問過的。",
            "It names something read or asked.",
        ),
        Reason::NoSource => w(
            "还没有写问过谁、读过什么，缺哪一块。",
            "還沒有寫問過誰、讀過什麼，缺哪一塊。",
            "It does not say who was asked, what was read and what is missing.",
        ),
        Reason::OneSentence => w("一句话说得清。", "一句話說得清。", "It fits one sentence."),
        Reason::TooLong => w(
            "一句话问题有 {name} 字，超过 40 字，可能不止一个问题。",
            "一句話問題有 {name} 字，超過 40 字，可能不止一個問題。",
            "The sentence has {name} characters, more than 40: perhaps more than one problem.",
        ),
        Reason::SeveralAtOnce => w(
            "句中并列了好几样，也许不止一个问题。先挑一个。",
            "句中並列了好幾樣，也許不止一個問題。先挑一個。",
            "It lists several things: perhaps more than one problem. Pick one to begin with.",
        ),
        Reason::NoStatement => w(
            "还没有一句话问题。",
            "還沒有一句話問題。",
            "There is no one-sentence problem yet.",
        ),
        Reason::NoNames => w("没有看到真名。", "沒有看到真名。", "No real name was found."),
        Reason::NamesUnknown => w(
            "没有名单可以比对。自己看一眼：有没有写到真名？",
            "沒有名單可以比對。自己看一眼：有沒有寫到真名？",
            "There is no list of names to compare with. Have a look yourself: is there a real name?",
        ),
        Reason::HasName => w(
            "出现了“{name}”。换成代号，比如 03 号、生A。",
            "出現了「{name}」。換成代號，比如 03 號、生A。",
            "“{name}” appears. Use a code instead, such as no. 03 or pupil A.",
        ),
        Reason::HasTheme => w("连上了主题。", "連上了主題。", "It is linked to a theme."),
        Reason::NoTheme => w(
            "还没有连到学校或教研组的主题（可以不连）。",
            "還沒有連到學校或教研組的主題（可以不連）。",
            "Not linked to a school or group theme (it need not be).",
        ),
        Reason::HowToImprove => w(
            "“{name}……”可以这样问，也可以试试一句话框架，把学生和表现写出来。",
            "「{name}……」可以這樣問，也可以試試一句話框架，把學生和表現寫出來。",
            "“{name}…” may be asked; the one-sentence frame would also name the pupils and what they do.",
        ),
    }
}
