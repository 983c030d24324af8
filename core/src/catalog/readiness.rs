//! What a spiral still lacks for a text form, and which form fits it.

use super::{Words, w};
use crate::draft::{Fit, Need};

/// What a form asks a spiral for, where it is not there yet. `{n}` is how many it asks for, `{found}` how many
/// there are.
pub const fn lack(need: Need) -> Words {
    match need {
        Need::Actions => w(
            "行动要有 {n} 次，现在有 {found} 次：做过一次、改过一次，才谈得上经验。",
            "行動要有 {n} 次，現在有 {found} 次：做過一次、改過一次，才談得上經驗。",
            "It takes {n} actions and there are {found}: experience is what was done, changed and done again.",
        ),
        Need::Comparison => w(
            "还没有前后对照（要 {n} 个，现有 {found} 个）：同一个指标，前面数一次，后面数一次。",
            "還沒有前後對照（要 {n} 個，現有 {found} 個）：同一個指標，前面數一次，後面數一次。",
            "No indicator has a value before and after yet ({found} of {n}): count the same thing twice.",
        ),
        Need::Reflection => w(
            "反思要有 {n} 条，现在有 {found} 条。写一条：变了什么，为什么。",
            "反思要有 {n} 條，現在有 {found} 條。寫一條：變了什麼，為什麼。",
            "It takes {n} reflection and there are {found}. Write one: what changed, and why.",
        ),
        Need::Survey => w(
            "还没有调查（要 {n} 份，现有 {found} 份）：新建一份调查，问一次，把答卷导进来。",
            "還沒有調查（要 {n} 份，現有 {found} 份）：新建一份調查，問一次，把答卷匯進來。",
            "There is no survey yet ({found} of {n}): make one, ask, and take in the answers.",
        ),
        Need::Problem => w(
            "问题要有 {n} 条，现在有 {found} 条。先写清想改进什么。",
            "問題要有 {n} 條，現在有 {found} 條。先寫清想改進什麼。",
            "It takes {n} problem and there are {found}. Say first what should improve.",
        ),
        Need::Action => w(
            "行动要有 {n} 次，现在有 {found} 次。换一个做法，再上一节课。",
            "行動要有 {n} 次，現在有 {found} 次。換一個做法，再上一節課。",
            "It takes {n} action and there are {found}. Change one thing and teach it.",
        ),
        Need::SceneBefore => w(
            "改进前的课堂片段或学生作品要有 {n} 份，现在有 {found} 份。",
            "改進前的課堂片段或學生作品要有 {n} 份，現在有 {found} 份。",
            "It takes {n} scene or piece of pupils’ work from before the change and there are {found}.",
        ),
        Need::SceneAfter => w(
            "改进后的课堂片段或学生作品要有 {n} 份，现在有 {found} 份。",
            "改進後的課堂片段或學生作品要有 {n} 份，現在有 {found} 份。",
            "It takes {n} scene or piece of pupils’ work from after the change and there are {found}.",
        ),
    }
}

/// What a form asks a spiral for, in a word or two.
pub const fn need(need: Need) -> Words {
    match need {
        Need::Actions | Need::Action => w("行动", "行動", "Actions"),
        Need::Comparison => w("前后对照", "前後對照", "Before and after"),
        Need::Reflection => w("反思", "反思", "Reflections"),
        Need::Survey => w("调查", "調查", "A survey"),
        Need::Problem => w("问题", "問題", "Problems"),
        Need::SceneBefore => w("改进前的片段或作品", "改進前的片段或作品", "Scene or work before"),
        Need::SceneAfter => w("改进后的片段或作品", "改進後的片段或作品", "Scene or work after"),
    }
}

/// Why a form fits the material best.
pub const fn fit(fit: Fit) -> Words {
    match fit {
        Fit::SeveralTurns => w(
            "材料里有好几轮，一个做法站住了：适合写经验总结。",
            "材料裡有好幾輪，一個做法站住了：適合寫經驗總結。",
            "There are several turns and a practice that now works: this suits an experience summary.",
        ),
        Fit::OnlyCounts => w(
            "材料主要是数和看法，还没有动手改：适合写专题调查。",
            "材料主要是數和看法，還沒有動手改：適合寫專題調查。",
            "There are mainly counts and opinions, and nothing has been tried yet: this suits a topical survey.",
        ),
        Fit::BeforeAndAfter => w(
            "材料围绕一次改变，有前有后：适合写教学改进案例。",
            "材料圍繞一次改變，有前有後：適合寫教學改進案例。",
            "The material is about one change, with a before and an after: this suits a teaching-improvement case.",
        ),
    }
}
