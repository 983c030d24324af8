//! Advice about experience summaries.

use super::{Advice, a};
use crate::catalog::w;

pub(super) const WORK_REPORT: Advice = a(
    w(
        "这里有{joints}处“首先”“然后”一类的话和{days}个日期，没有一条起了名字的做法。",
        "這裡有{joints}處「首先」「然後」一類的話和{days}個日期，沒有一條起了名字的做法。",
        "{joints} words like “first” and “then”, {days} days, and no move that has a name.",
    ),
    w(
        "按日子写像流水账，别人学不走。",
        "按日子寫像流水賬，別人學不走。",
        "Day by day it is a work report, and nobody can take it over.",
    ),
    w(
        "提炼成2–4条做法，每条一个小标题。",
        "提煉成2–4條做法，每條一個小標題。",
        "Make it 2–4 moves, each with a heading of its own.",
    ),
);

pub(super) const EFFECT_WITHOUT_FIGURE: Advice = a(
    w(
        "成效里没有一个数，也没有连着证据。",
        "成效裡沒有一個數，也沒有連著證據。",
        "The effects have no figure and rest on no evidence.",
    ),
    w(
        "说有效要让人看得见。",
        "說有效要讓人看得見。",
        "An effect must be seen.",
    ),
    w(
        "放进前后的数，或者一个孩子的作品。",
        "放進前後的數，或者一個孩子的作品。",
        "Give figures before and after, or a pupil’s work.",
    ),
);

pub(super) const NO_CONDITIONS: Advice = a(
    w(
        "体会里没有说因为什么、在什么条件下有用。",
        "體會裡沒有說因為什麼、在什麼條件下有用。",
        "The lessons name neither a reason nor a condition.",
    ),
    w(
        "没有道理和条件，就只是做过的事。",
        "沒有道理和條件，就只是做過的事。",
        "Without them it is only what was done.",
    ),
    w(
        "补一句“因为……”，一句“前提是……”。",
        "補一句「因為……」，一句「前提是……」。",
        "Add a “because…” and an “on condition that…”.",
    ),
);

pub(super) const ONLY_SUCCESSES: Advice = a(
    w(
        "成效和体会里看不到没有做成的事。",
        "成效和體會裡看不到沒有做成的事。",
        "Effects and lessons show nothing that did not work.",
    ),
    w(
        "只写成功，读的人反而不信。",
        "只寫成功，讀的人反而不信。",
        "Only successes are hard to believe.",
    ),
    w(
        "放进一条相反的例子：哪几个学生没有变，哪一步没有用。",
        "放進一條相反的例子：哪幾個學生沒有變，哪一步沒有用。",
        "Put in one case that goes against it: which pupils did not change, which step did not help.",
    ),
);
