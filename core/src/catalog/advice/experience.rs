//! Advice about experience summaries.

use super::three::{Advice, a};
use crate::catalog::w;

pub(super) const WORK_REPORT: Advice = a(
    w(
        "这里有{joints}处“首先”“然后”一类的话和{days}个日期，没有一条提炼出名称的做法。",
        "這裡有{joints}處「首先」「然後」一類的話和{days}個日期，沒有一條提煉出名稱的做法。",
        "{joints} words like “first” and “then”, {days} days, and no move that has a name.",
    ),
    w(
        "按日子写像流水账，别人学不了。",
        "按日子寫像流水帳，別人學不了。",
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
        "成效里没有数据，也没有证据支撑。",
        "成效裡沒有數據，也沒有證據支撐。",
        "The effects have no figure and rest on no evidence.",
    ),
    w(
        "说有效，要拿得出证据。",
        "說有效，要拿得出證據。",
        "Show the effect; do not just claim it.",
    ),
    w(
        "放进前后的数据，或者一名学生的作品。",
        "放進前後的數據，或者一名學生的作品。",
        "Give figures before and after, or a pupil’s work.",
    ),
);

pub(super) const NO_CONDITIONS: Advice = a(
    w(
        "体会里没有写清为什么有用、在什么条件下有用。",
        "體會裡沒有寫清為什麼有用、在什麼條件下有用。",
        "The lessons name neither a reason nor a condition.",
    ),
    w(
        "没有道理和条件，就只是罗列做过的事。",
        "沒有道理和條件，就只是羅列做過的事。",
        "Without them it is only a list of what you did.",
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
        "只写成功，评委反而不信。",
        "只寫成功，評審反而不信。",
        "Only successes are hard to believe.",
    ),
    w(
        "放进一条相反的例子：哪几个学生没有变，哪一步没有用。",
        "放進一條相反的例子：哪幾個學生沒有變，哪一步沒有用。",
        "Put in one case that goes against it: which pupils did not change, which step did not help.",
    ),
);

pub(super) const MOVES_COUNT: Advice = a(
    w(
        "“主要做法”里分出了{n}条做法。",
        "「主要做法」裡分出了{n}條做法。",
        "There are {n} moves under “What I did”.",
    ),
    w(
        "2–4条最好记：只有一条撑不起经验，太多就散了。",
        "2–4條最好記：只有一條撐不起經驗，太多就散了。",
        "Two to four are easily kept in mind: one is hardly experience, and many hide the point.",
    ),
    w(
        "合并相近的做法，或者把一条里的两步分开写。",
        "合併相近的做法，或者把一條裡的兩步分開寫。",
        "Join those that are alike, or tell two steps of one apart.",
    ),
);

pub(super) const STAGE_HEADING: Advice = a(
    w(
        "小标题“{heading}”只说了先后，没有说做法。",
        "小標題「{heading}」只說了先後，沒有說做法。",
        "The heading “{heading}” tells when, not what was done.",
    ),
    w(
        "评委翻小标题，就想知道你做了什么。",
        "評審翻小標題，就想知道你做了什麼。",
        "Judges leaf through the headings to see what you did.",
    ),
    w(
        "换成做法的名字，比如“用慢镜头纸条写细一个瞬间”。",
        "換成做法的名稱，比如「用慢鏡頭紙條寫細一個瞬間」。",
        "Put the name of the practice, such as “slow-motion slips for one moment”.",
    ),
);

pub(super) const SAME_HEADINGS: Advice = a(
    w(
        "小标题“{a}”和“{b}”有重叠。",
        "小標題「{a}」和「{b}」有重疊。",
        "The headings “{a}” and “{b}” overlap.",
    ),
    w(
        "并列的几条要各说一件事，不互相包含。",
        "並列的幾條要各說一件事，不互相包含。",
        "Parallel moves each say one thing and do not contain each other.",
    ),
    w(
        "改写其中一个，写出它独有的一步；真是一件事，就并成一条。",
        "改寫其中一個，寫出它獨有的一步；真是一件事，就併成一條。",
        "Reword one so that it names its own step; if they are one thing, join them.",
    ),
);

pub(super) const UNEVEN_HEADINGS: Advice = a(
    w(
        "小标题长短差得多：“{a}”和“{b}”。",
        "小標題長短差得多：「{a}」和「{b}」。",
        "The headings differ much in length: “{a}” and “{b}”.",
    ),
    w(
        "几条做法的小标题句式一样、长短相近，读起来才像并列的几步。",
        "幾條做法的小標題句式一樣、長短相近，讀起來才像並列的幾步。",
        "Headings of one pattern and like length read as steps side by side.",
    ),
    w(
        "用同一种句式改写，比如都写成“用……做……”。",
        "用同一種句式改寫，比如都寫成「用……做……」。",
        "Reword them in one pattern, such as “with… to…”.",
    ),
);

pub(super) const MOVE_WITHOUT_EXAMPLE: Advice = a(
    w(
        "“{names}”没有举课例。",
        "「{names}」沒有舉課例。",
        "No lesson or pupil stands as an example under “{names}”.",
    ),
    w(
        "有一个具体的例子，别人才看得见怎样做。",
        "有一個具體的例子，別人才看得見怎樣做。",
        "An example lets others see how it is done.",
    ),
    w(
        "从手记里选一节课或一份作品，写两三句。",
        "從手記裡選一節課或一份作品，寫兩三句。",
        "Pick one lesson or piece of work from the journal and tell it in two or three sentences.",
    ),
);

pub(super) const MOVE_WITHOUT_AIM: Advice = a(
    w(
        "“{names}”没有写为什么这样做。",
        "「{names}」沒有寫為什麼這樣做。",
        "“{names}” does not say what it is for.",
    ),
    w(
        "只写步骤，别人照着做了，也不知道为的是什么。",
        "只寫步驟，別人照著做了，也不知道為的是什麼。",
        "With steps alone, others follow them without knowing why.",
    ),
    w(
        "补一句“这样做是为了……”。",
        "補一句「這樣做是為了……」。",
        "Add a “so that…”.",
    ),
);

pub(super) const MOVE_WITHOUT_RESULT: Advice = a(
    w(
        "“{names}”没有写做了以后怎样。",
        "「{names}」沒有寫做了以後怎樣。",
        "“{names}” does not say what came of it.",
    ),
    w(
        "每条做法后面跟一句变化，成效一节才有着落。",
        "每條做法後面跟一句變化，成效一節才有著落。",
        "A sentence of change after each move is what the effects rest on.",
    ),
    w(
        "补一句看到的变化，或者一个数据。",
        "補一句看到的變化，或者一個數據。",
        "Add one change you saw, or a figure.",
    ),
);

pub(super) const NOTHING_NEW: Advice = a(
    w(
        "还看不出这些做法新在哪里。",
        "還看不出這些做法新在哪裡。",
        "It does not show yet what is new about this practice.",
    ),
    w(
        "评分表里常有“创新”一项；换掉了平常的哪一种做法，就是新意。",
        "評分表裡常有「創新」一項；換掉了平常的哪一種做法，就是新意。",
        "Novelty is often among the criteria; what you replaced by it is what is new.",
    ),
    w(
        "在“主要做法”里写一句：以前怎样做，现在换成了什么。",
        "在「主要做法」裡寫一句：以前怎樣做，現在換成了什麼。",
        "Say in one sentence what you used to do and what you do instead.",
    ),
);

pub(super) const NO_TRANSFER: Advice = a(
    w(
        "“经验体会”里还没有写别的班、别的老师能不能用。",
        "「經驗體會」裡還沒有寫別的班、別的老師能不能用。",
        "It does not say yet whether other classes or colleagues could use it.",
    ),
    w(
        "推广价值是常见的评分项；写清适用的条件，不必说得很大。",
        "推廣價值是常見的評分項；寫清適用的條件，不必說得很大。",
        "Use to others is a common criterion; name the conditions, without large words.",
    ),
    w(
        "写一句：适合什么年级、什么样的班，要先具备什么。",
        "寫一句：適合什麼年級、什麼樣的班，要先具備什麼。",
        "Say for which grade and what kind of class it suits, and what must be there first.",
    ),
);
