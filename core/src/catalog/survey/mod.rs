//! What a survey says: its tables, its sentences, its paper, and what to be careful about.

mod careful;

pub use careful::{care, unread};

use super::{Words, w};

/// The usual words of a point on a scale of agreement; `None` if it has no such point.
pub const fn point(points: u32, score: u32) -> Option<Words> {
    Some(match (points, score) {
        (5, 5) | (4, 4) => w("非常符合", "非常符合", "Fully agree"),
        (5, 4) | (4, 3) => w("符合", "符合", "Agree"),
        (5, 3) => w("一般", "一般", "Neither"),
        (5 | 4, 2) => w("不符合", "不符合", "Disagree"),
        (5 | 4, 1) => w("非常不符合", "非常不符合", "Fully disagree"),
        _ => return None,
    })
}

macro_rules! said {
    ($($(#[$doc:meta])* $piece:ident $zh_hans:literal, $zh_hant:literal, $en:literal;)*) => {
        /// A piece of a survey’s tables and sentences. Public in the crate: they are put together in `survey` and `chart`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Said { $($(#[$doc])* $piece,)* }

        impl Said {
            /// All of them.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$piece,)*];
        }

        /// The words of such a piece.
        pub(crate) const fn said(piece: Said) -> Words {
            match piece { $(Said::$piece => w($zh_hans, $zh_hant, $en),)* }
        }
    };
}

said! {
    Stop "。", "。", ".";
    Comma "，", "，", ", ";
    Semicolon "；", "；", "; ";
    About "关于“{name}”，{said}", "關於「{name}」，{said}", "On “{name}”: {said}";
    InMany "在{n}人中，{said}", "在{n}人中，{said}", "of {n} people, {said}";
    InFew "{n}人中{said}", "{n}人中{said}", "of {n} people, {said}";
    ChoseMany "{k}人（{p}%）选“{choice}”", "{k}人（{p}%）選「{choice}」", "{k} ({p}%) chose “{choice}”";
    ChoseFew "{k}人选“{choice}”（{p}%）", "{k}人選「{choice}」（{p}%）", "{k} chose “{choice}” ({p}%)";
    NamedMany "{k}人（{p}%）提到“{choice}”", "{k}人（{p}%）提到「{choice}」", "{k} ({p}%) spoke of “{choice}”";
    NamedFew "{k}人提到“{choice}”（{p}%）", "{k}人提到「{choice}」（{p}%）", "{k} spoke of “{choice}” ({p}%)";
    ChoseMost
        "选“{choice}”的最多，{k}人（{p}%）", "選「{choice}」的最多，{k}人（{p}%）",
        "most, {k} ({p}%), chose “{choice}”";
    NamedMost
        "提到“{choice}”的最多，{k}人（{p}%）", "提到「{choice}」的最多，{k}人（{p}%）",
        "most, {k} ({p}%), spoke of “{choice}”";
    /// As a heading, in a few words.
    HeadMany
        "{name}：“{choice}”最多（{k}人，{p}%）", "{name}：「{choice}」最多（{k}人，{p}%）",
        "{name}: most chose “{choice}” ({k} people, {p}%)";
    HeadFew
        "{name}：“{choice}”最多（{n}人中{k}人）", "{name}：「{choice}」最多（{n}人中{k}人）",
        "{name}: most chose “{choice}” ({k} of {n})";
    HeadNamed
        "{name}：提到“{choice}”的最多（{n}人中{k}人）", "{name}：提到「{choice}」的最多（{n}人中{k}人）",
        "{name}: most spoke of “{choice}” ({k} of {n})";
    HeadScale "{name}：{said}", "{name}：{said}", "{name}: {said}";
    HeadNumbers "{name}：均值{mean}", "{name}：均值{mean}", "{name}: mean {mean}";
    HeadApart
        "{name}：选“{choice}”的相差{d}个百分点", "{name}：選「{choice}」的相差{d}個百分點",
        "{name}: “{choice}” differs by {d} percentage points";
    HeadAlike "{name}：差别不大", "{name}：差別不大", "{name}: little difference";
    HeadPairs
        "{name}：均值由{m0}到{m}", "{name}：均值由{m0}到{m}", "{name}: mean from {m0} to {m}";
    /// As a cell of a table of several.
    Brief "“{choice}”{k}人（{p}%）", "「{choice}」{k}人（{p}%）", "“{choice}” {k} ({p}%)";
    BriefScale "均值{mean}（标准差{sd}），{top}", "均值{mean}（標準差{sd}），{top}", "mean {mean} (SD {sd}), {top}";
    BriefNumbers
        "均值{mean}，标准差{sd}，最小{least}，最大{most}", "均值{mean}，標準差{sd}，最小{least}，最大{most}",
        "mean {mean}, SD {sd}, from {least} to {most}";
    BriefRow
        "“{row}”{n}人中{k}人选“{choice}”（{p}%）", "「{row}」{n}人中{k}人選「{choice}」（{p}%）",
        "“{row}”: {k} of {n} chose “{choice}” ({p}%)";
    BriefAlike "，看不出有关联", "，看不出有關聯", ", no association shows";
    BriefFew "，人数少，差别也可能是碰巧", "，人數少，差別也可能是碰巧", ", few people: it may be chance";
    BriefPairs
        "均值由{m0}到{m}，平均差{d}（标准差{sd}）", "均值由{m0}到{m}，平均差{d}（標準差{sd}）",
        "mean from {m0} to {m}, mean difference {d} (SD {sd})";
    Question "题目", "題目", "Question";
    Result "结果", "結果", "Result";
    RestTable "其余各题的结果", "其餘各題的結果", "Results of the other questions";
    Rest "其余各题", "其餘各題", "The other questions";
    RestTold
        "其余{n}题的结果如下", "其餘{n}題的結果如下", "The other {n} questions came out as follows";
    AllTicks "共{n}人次，{said}", "共{n}人次，{said}", "{n} ticks in all: {said}";
    ChoseTicks "“{choice}”{k}人次（{p}%）", "「{choice}」{k}人次（{p}%）", "“{choice}” {k} ({p}%)";
    LeadingTwo
        "；人数最多的两项合计{k}人（{p}%）", "；人數最多的兩項合計{k}人（{p}%）", "; the two chosen most make {k} ({p}%)";
    Several "（可多选，共{n}人次）", "（可多選，共{n}人次）", " (several answers allowed, {n} ticks)";
    SeveralCodes
        "（一条回答可归入几类，共{n}人次）", "（一條回答可歸入幾類，共{n}人次）",
        " (an answer may be in several categories, {n} in all)";
    Uncoded
        "；另有{n}人的回答没有归类", "；另有{n}人的回答沒有歸類", "; the answers of {n} more are in no category";
    Voices
        "“{choice}”一类的原话：{quotes}", "「{choice}」一類的原話：{quotes}", "in their own words, on “{choice}”: {quotes}";
    Scale
        "“{name}”按{points}点计分{turned}，均值{mean}（标准差{sd}，n={n}）",
        "「{name}」按{points}點計分{turned}，均值{mean}（標準差{sd}，n={n}）",
        "“{name}”, on {points} points{turned}: mean {mean} (SD {sd}, n = {n})";
    Turned "（反向题，已换算）", "（反向題，已換算）", " (reversed, turned round)";
    TopMany
        "选“{choice}”及以上的{k}人（{p}%）", "選「{choice}」及以上的{k}人（{p}%）", "{k} ({p}%) chose “{choice}” or higher";
    TopFew
        "{n}人中{k}人选“{choice}”及以上（{p}%）",
        "{n}人中{k}人選「{choice}」及以上（{p}%）",
        "of {n}, {k} chose “{choice}” or higher ({p}%)";
    BottomMany
        "选“{choice}”及以下的{k}人（{p}%）", "選「{choice}」及以下的{k}人（{p}%）", "{k} ({p}%) chose “{choice}” or lower";
    BottomFew
        "{n}人中{k}人选“{choice}”及以下（{p}%）",
        "{n}人中{k}人選「{choice}」及以下（{p}%）",
        "of {n}, {k} chose “{choice}” or lower ({p}%)";
    Numbers
        "“{name}”共{n}人，均值{mean}，标准差{sd}，最小{least}，最大{most}",
        "「{name}」共{n}人，均值{mean}，標準差{sd}，最小{least}，最大{most}",
        "“{name}”: {n} people, mean {mean}, SD {sd}, from {least} to {most}";
    Agreed
        "；两人分别归类的{of}条中{n}条一致（{p}%）",
        "；兩人分別歸類的{of}條中{n}條一致（{p}%）",
        "; of {of} answers judged by two people apart, {n} were judged alike ({p}%)";
    CrossRow
        "“{row}”的{n}人中，选“{choice}”的{k}人（{p}%）",
        "「{row}」的{n}人中，選「{choice}」的{k}人（{p}%）",
        "of the {n} in “{row}”, {k} ({p}%) chose “{choice}”";
    CrossAlike
        "。各组的差别不大，看不出有关联", "。各組的差別不大，看不出有關聯", ". The groups differ little; no association shows";
    CrossFew
        "。各组人数少，差别也可能是碰巧", "。各組人數少，差別也可能是碰巧",
        ". The groups are small; the difference may be chance";
    CrossEnd
        "。两者有关联，不等于谁是因、谁是果",
        "。兩者有關聯，不等於誰是因、誰是果",
        ". What goes together need not be cause and effect";
    Pairs
        "“{name}”：{n}人前后都有数据，均值由{m0}到{m}，平均差{d}（差的标准差{sd}），进步{up}人、持平{same}人、退步{down}人",
        "「{name}」：{n}人前後都有數據，均值由{m0}到{m}，平均差{d}（差的標準差{sd}），進步{up}人、持平{same}人、退步{down}人",
        "“{name}”: {n} people before and after, mean from {m0} to {m}, mean difference {d} (SD of differences {sd}); {up} went up, {same} stayed, {down} went down";
    Reach
        "；{limit}及以上的由{k0}人到{k}人", "；{limit}及以上的由{k0}人到{k}人", "; at {limit} or above, from {k0} to {k}";
    Paired
        "注：平均差{d}，差的标准差{sd}；进步{up}人，持平{same}人，退步{down}人。",
        "注：平均差{d}，差的標準差{sd}；進步{up}人，持平{same}人，退步{down}人。",
        "Note: mean difference {d}, SD of differences {sd}; {up} went up, {same} stayed, {down} went down.";
    PairedTest
        "配对t={t}，自由度{df}：t离0越远，差别越不像碰巧；它不说明原因。",
        "配對t={t}，自由度{df}：t離0越遠，差別越不像碰巧；它不說明原因。",
        " Paired t = {t}, df {df}: the farther from 0, the less like chance; it says nothing about causes.";
    /// What was expected before anybody answered.
    Missed
        "。事先估计选“{choice}”的约{e}%，实际{p}%，相差{d}个百分点，同估计不一样",
        "。事先估計選「{choice}」的約{e}%，實際{p}%，相差{d}個百分點，同估計不一樣",
        ". About {e}% were expected to choose “{choice}”, {p}% did, {d} percentage points apart: not as expected";
    Met
        "。事先估计选“{choice}”的约{e}%，实际{p}%，同估计相近", "。事先估計選「{choice}」的約{e}%，實際{p}%，同估計相近",
        ". About {e}% were expected to choose “{choice}”, {p}% did: near enough";
    HeadMissed
        "{name}：选“{choice}”的{p}%，事先估计约{e}%", "{name}：選「{choice}」的{p}%，事先估計約{e}%",
        "{name}: {p}% chose “{choice}”, about {e}% were expected";
    /// Two surveys side by side.
    BothAsked
        "{first}与{second}都问了{n}题，其中{k}题的回答有差别", "{first}與{second}都問了{n}題，其中{k}題的回答有差別",
        "{first} and {second} share {n} questions; in {k} of them the answers differ";
    BothAlike "，{n}题看不出差别", "，{n}題看不出差別", "; in {n} no difference shows";
    BothFew
        "，{n}题有的格子人数太少，看不出有没有差别", "，{n}題有的格子人數太少，看不出有沒有差別", "; in {n} too few answered to tell";
    BothTold "，{n}题只列均值", "，{n}題只列均值", "; of {n} only means are told";
    BothTable "{first}与{second}对比", "{first}與{second}對比", "{first} and {second}";
    BothHead "两次调查对比", "兩次調查對比", "Two surveys compared";
    GroupsHead "两个班对比", "兩個班對比", "Two classes compared";
    WhatFor "相差最大的一项", "相差最大的一項", "Widest gap";
    ApartBy "相差（百分点）", "相差（百分點）", "Difference (points)";
    Verdict "有没有差别", "有沒有差別", "Differ?";
    OnlyHere
        "“{name}”：“{first}”没有问这一题", "「{name}」：「{first}」沒有問這一題", "“{name}”: not asked in “{first}”";
    OnlyThere
        "“{name}”：“{second}”没有问这一题", "「{name}」：「{second}」沒有問這一題", "“{name}”: not asked in “{second}”";
    OtherKind "“{name}”：两边的题型不同", "「{name}」：兩邊的題型不同", "“{name}”: of another kind there";
    OtherOptions "“{name}”：两边的选项不同", "「{name}」：兩邊的選項不同", "“{name}”: has other options there";
    NotCounted "“{name}”：有一边还没有统计", "「{name}」：有一邊還沒有統計", "“{name}”: not counted on one side yet";
    OtherGroup "另一个班", "另一個班", "the other class";
    ThisGroup "本班", "本班", "this class";
    Contrast
        "关于“{name}”，{first}的{n0}人中选“{choice}”的有{k0}人（{p0}%），{second}的{n}人中有{k}人（{p}%），{change}。{verdict}。",
        "關於「{name}」，{first}的{n0}人中選「{choice}」的有{k0}人（{p0}%），{second}的{n}人中有{k}人（{p}%），{change}。{verdict}。",
        "on “{name}”: {first}, {k0} of {n0} ({p0}%) chose “{choice}”; {second}, {k} of {n} ({p}%), {change}. {verdict}.";
    ContrastOpen
        "关于“{name}”，{first}的{n0}人中提到“{choice}”的有{k0}人（{p0}%），{second}的{n}人中有{k}人（{p}%），{change}。{verdict}。",
        "關於「{name}」，{first}的{n0}人中提到「{choice}」的有{k0}人（{p0}%），{second}的{n}人中有{k}人（{p}%），{change}。{verdict}。",
        "on “{name}”: {first}, {k0} of {n0} ({p0}%) spoke of “{choice}”; {second}, {k} of {n} ({p}%), {change}. {verdict}.";
    Apart "相差{d}个百分点", "相差{d}個百分點", "{d} percentage points apart";
    DoChange
        "两次的回答有差别（χ²检验，p＜0.05），但这不说明原因", "兩次的回答有差別（χ²檢驗，p＜0.05），但這不說明原因",
        "The answers differ (χ², p < 0.05); that does not tell why";
    DoDiffer
        "两边的回答有差别（χ²检验，p＜0.05），但这不说明原因", "兩邊的回答有差別（χ²檢驗，p＜0.05），但這不說明原因",
        "The answers differ (χ², p < 0.05); that does not tell why";
    DoNotDiffer
        "相差没有超出碰巧会有的范围（χ²检验），看不出有差别", "相差沒有超出碰巧會有的範圍（χ²檢驗），看不出有差別",
        "It is no more than chance would make (χ²); no difference shows";
    CannotTell
        "有的格子人数太少，不能检验，看不出有没有差别", "有的格子人數太少，不能檢驗，看不出有沒有差別",
        "Some cells hold too few people for a test; whether they differ cannot be told";
    HeadChanged
        "{name}：选“{choice}”的由{p0}%到{p}%", "{name}：選「{choice}」的由{p0}%到{p}%", "{name}: “{choice}” from {p0}% to {p}%";
    HeadUnchanged "{name}：看不出差别", "{name}：看不出差別", "{name}: no difference shows";
    BriefContrast
        "“{choice}”由{k0}/{n0}（{p0}%）到{k}/{n}（{p}%）", "「{choice}」由{k0}/{n0}（{p0}%）到{k}/{n}（{p}%）",
        "“{choice}” {k0} of {n0} ({p0}%), then {k} of {n} ({p}%)";
    ShareOf "{k}/{n}（{p}%）", "{k}/{n}（{p}%）", "{k}/{n} ({p}%)";
    MeanOf "{m}（n={n}）", "{m}（n={n}）", "{m} (n = {n})";
    Differs "有差别", "有差別", "yes";
    NotShown "看不出", "看不出", "none shows";
    TooFew "人数太少", "人數太少", "too few";
    OnlyTold "只列均值", "只列均值", "means only";
    ContrastTable "{name}（{first}与{second}对比）", "{name}（{first}與{second}對比）", "{name} ({first} and {second})";
    ContrastNote
        "注：百分比以各自的人数为分母。{verdict}。", "注：百分比以各自的人數為分母。{verdict}。", "Note: shares are of each side’s own people. {verdict}.";
    ContrastSeveral
        "可多选，检验只针对相差最大的一项。", "可多選，檢驗只針對相差最大的一項。", " Several answers were allowed; the test is of the widest gap only.";
    ContrastNumbers
        "“{name}”：{first}的{n0}人均值{m0}（标准差{sd0}），{second}的{n}人均值{m}（标准差{sd}），相差{d}。这里只列均值，没有检验。",
        "「{name}」：{first}的{n0}人均值{m0}（標準差{sd0}），{second}的{n}人均值{m}（標準差{sd}），相差{d}。這裡只列均值，沒有檢驗。",
        "“{name}”: {first}, {n0} people, mean {m0} (SD {sd0}); {second}, {n} people, mean {m} (SD {sd}), {d} apart. The means are told only, not tested.";
    BriefContrastNumbers
        "均值由{m0}（n={n0}）到{m}（n={n}）", "均值由{m0}（n={n0}）到{m}（n={n}）", "mean {m0} (n = {n0}), then {m} (n = {n})";
    ContrastNumbersNote "注：只列均值和标准差，没有检验。", "注：只列均值和標準差，沒有檢驗。", "Note: means and deviations only; not tested.";
    Up "进步", "進步", "Went up";
    Same "持平", "持平", "Stayed";
    Down "退步", "退步", "Went down";
    CountShare "{k}（{p}%）", "{k}（{p}%）", "{k} ({p}%)";
    NameBare "{name}", "{name}", "{name}";
    Before "前测", "前測", "Before";
    After "后测", "後測", "After";
    Since
        "，与{when}的{k0}人（{p0}%）相比，{change}",
        "，與{when}的{k0}人（{p0}%）相比，{change}",
        "; against {k0} ({p0}%) {when}, {change}";
    SinceOther
        "，与{when}的{n0}人中{k0}人（{p0}%）总数不同，只比百分比，{change}",
        "，與{when}的{n0}人中{k0}人（{p0}%）總數不同，只比百分比，{change}",
        "; {when}, with another base of {n0}, it was {k0} ({p0}%): {change}";
    Points "百分点", "百分點", "Percentage points";
    Time "时间", "時間", "When";
    Person "人", "人", "people";
    Caption "表：{name}（n={n}）", "表：{name}（n={n}）", "Table: {name} (n = {n})";
    CaptionBare "表：{name}", "表：{name}", "Table: {name}";
    Bands "{name}：分段人数", "{name}：分段人數", "{name}: how many in each band";
    Drawn "{name}（n={n}）", "{name}（n={n}）", "{name} (n = {n})";
    DrawnSeveral "{name}（可多选，n={n}）", "{name}（可多選，n={n}）", "{name} (several answers, n = {n})";
    Option "选项", "選項", "Option";
    Code "类别", "類別", "Code";
    Band "分段", "分段", "Band";
    People "人数", "人數", "People";
    Percent "百分比（%）", "百分比（%）", "%";
    OfPeople "占人数（%）", "占人數（%）", "% of people";
    OfTicks "占人次（%）", "占人次（%）", "% of ticks";
    Total "合计", "合計", "Total";
    Mean "均值", "均值", "Mean";
    Deviation "标准差", "標準差", "SD";
    Least "最小", "最小", "Least";
    Most "最大", "最大", "Most";
    Below "{to}以下", "{to}以下", "Below {to}";
    Between "{from}及以上、{to}以下", "{from}及以上、{to}以下", "{from} to below {to}";
    Above "{from}及以上", "{from}及以上", "{from} or above";
    RoundingNote
        "注：因四舍五入，各项百分比之和为{sum}%。", "注：因四捨五入，各項百分比之和為{sum}%。",
        "Note: because of rounding, the percentages add up to {sum}%.";
    SeveralNote
        "注：可多选，合计超过100%；占人数以{n}人为分母，占人次以{ticks}人次为分母。",
        "注：可多選，合計超過100%；占人數以{n}人為分母，占人次以{ticks}人次為分母。",
        "Note: several answers were allowed, so that shares of people exceed 100%; they are of {n} people, the others of {ticks} ticks.";
    SeveralLess
        "注：可多选；占人数以{n}人为分母，占人次以{ticks}人次为分母。",
        "注：可多選；占人數以{n}人為分母，占人次以{ticks}人次為分母。",
        "Note: several answers were allowed; shares are of {n} people and of {ticks} ticks.";
    CodesNote
        "注：一条回答可归入几类；占人数以{n}人为分母，占人次以{ticks}人次为分母。",
        "注：一條回答可歸入幾類；占人數以{n}人為分母，占人次以{ticks}人次為分母。",
        "Note: an answer may be in several categories; shares are of {n} people and of {ticks} mentions.";
    UncodedNote
        "注：另有{n}人的回答没有归入任何一类，仍计入总人数。", "注：另有{n}人的回答沒有歸入任何一類，仍計入總人數。",
        "Note: the answers of {n} more are in no category; they count in the base.";
    OnlyTicks
        "注：可多选；没有人数，只能以{ticks}人次为分母。", "注：可多選；沒有人數，只能以{ticks}人次為分母。",
        "Note: several answers were allowed; how many people is not known, so shares are of {ticks} ticks.";
    ScaleNote
        "注：均值{mean}，标准差{sd}；{top}。", "注：均值{mean}，標準差{sd}；{top}。", "Note: mean {mean}, SD {sd}; {top}.";
    BlankNote
        "注：另有{n}份没有答这一题，不计在内。", "注：另有{n}份沒有答這一題，不計在內。",
        "Note: {n} more did not answer this and are not counted.";
    AgreedNote
        "注：两人分别归类的{of}条中{n}条一致（{p}%）。", "注：兩人分別歸類的{of}條中{n}條一致（{p}%）。",
        "Note: of {of} answers judged by two people apart, {n} were judged alike ({p}%).";
    CrossNote
        "注：百分比按行计算。有关联，不等于谁是因、谁是果。", "注：百分比按列計算。有關聯，不等於誰是因、誰是果。",
        "Note: percentages run along the rows. What goes together need not be cause and effect.";
    CrossNotePlain "注：百分比按行计算。", "注：百分比按行計算。", "Note: percentages run along the rows.";
    ThinNote
        "有的格子不足5人，百分比只供参考。", "有的格子不足5人，百分比只供參考。",
        " Some cells hold fewer than 5 people; their percentages say little.";
    Quote "“{quote}”", "「{quote}」", "“{quote}”";
    Quotes "原话", "原話", "In their words";
    /// What a survey cannot say.
    LimitSample
        "调查的是{who}，取样方式为{how}，结果只说明这些人，不推及其他", "調查的是{who}，取樣方式為{how}，結果只說明這些人，不推及其他",
        "those asked were {who}, chosen by {how}; the results hold for them and no further";
    LimitWho
        "调查的是{who}，结果只说明这些人，不推及其他", "調查的是{who}，結果只說明這些人，不推及其他",
        "those asked were {who}; the results hold for them and no further";
    LimitMissing
        "发放{of}份，有效{k}份；没有交回或作废的{n}份，想法可能不同", "發放{of}份，有效{k}份；沒有交回或作廢的{n}份，想法可能不同",
        "of {of} issued, {k} are valid; the {n} that did not come back or do not count may have thought otherwise";
    LimitOwnWords
        "回答靠自己填写，同实际做法可能有出入", "回答靠自己填寫，同實際做法可能有出入",
        "the answers are what people said of themselves, which may differ from what they do";
    LimitHands
        "举手作答，难免受旁人影响", "舉手作答，難免受旁人影響", "hands were raised in front of others, who may have had an influence";
    LimitSpoken
        "访谈由人当面提问，回答难免受提问的人影响", "訪談由人當面提問，回答難免受提問的人影響",
        "questions were asked face to face, and whoever asks has an influence";
    LimitOnce
        "只查了一次，能说现状，不能说变化和原因", "只查了一次，能說現狀，不能說變化和原因",
        "it was asked once: it shows how things stand, not how they changed or why";
    LimitUnpaired
        "前后两次调查没有对应到每个人，只能比较全体，不能说明每个人的变化", "前後兩次調查沒有對應到每個人，只能比較全體，不能說明每個人的變化",
        "the two surveys do not say who is who: they compare all with all and say nothing of how each has changed";
    LimitGroups
        "两个班原来就可能不一样，差别不能都归于教学", "兩個班原來就可能不一樣，差別不能都歸於教學",
        "the two classes may have differed from the start; a difference cannot all be put down to teaching";
    LimitThin
        "“{name}”的有些组不足5人，百分比只供参考", "「{name}」的有些組不足5人，百分比只供參考",
        "some groups in “{name}” hold fewer than 5 people; their percentages say little";
    Sample "调查样本", "調查樣本", "The sample";
    Issued "发放", "發放", "Issued";
    Returned "回收", "回收", "Returned";
    Valid "有效", "有效", "Valid";
    ReturnRate "回收率（回收÷发放，%）", "回收率（回收÷發放，%）", "% returned (of issued)";
    ValidRate "有效率（有效÷回收，%）", "有效率（有效÷回收，%）", "% valid (of returned)";
    ValidOfIssued "有效率（有效÷发放，%）", "有效率（有效÷發放，%）", "% valid (of issued)";
    SampleMany "对{who}共{n}人作{mode}", "對{who}共{n}人作{mode}", "{mode} for {n} people ({who})";
    SampleSome "对{who}作{mode}", "對{who}作{mode}", "{mode} for {who}";
    SampleWho "调查对象", "調查對象", "those asked";
    ItemCount "（{n}题）", "（{n}題）", ", {n} items";
    /// Who answered, by class or year.
    Among "其中{each}", "其中{each}", "of these {each}";
    AmongEach "{who}{n}人", "{who}{n}人", "{n} {who}";
    Chosen "，取样方式为{how}", "，取樣方式為{how}", ", chosen as: {how}";
    ManyIssued "发放{n}份", "發放{n}份", "{n} issued";
    ManyReturned "回收{n}份", "回收{n}份", "{n} returned";
    ManyValid "有效{n}份", "有效{n}份", "{n} valid";
    RateReturned "回收率{p}%", "回收率{p}%", "return rate {p}%";
    RateValid "有效率{p}%（有效÷回收）", "有效率{p}%（有效÷回收）", "{p}% valid (of returned)";
    RateValidOfIssued "按有效÷发放为{p}%", "按有效÷發放為{p}%", "{p}% by valid of issued";
    ManyInvalid "无效的{n}份：{why}", "無效的{n}份：{why}", "{n} not valid: {why}";
    ByPaper "纸笔问卷", "紙筆問卷", "Paper questionnaire";
    ByHands "举手统计", "舉手統計", "Show of hands";
    ByOnline "在线问卷", "線上問卷", "Online questionnaire";
    ByInterview "访谈", "訪談", "Interviews";
    BySurvey "问卷", "問卷", "Questionnaire";
    MayTickOne "（单选）", "（單選）", " (one answer)";
    MayTickMore "（可多选）", "（可多選）", " (as many as apply)";
    MayWrite "（请写一写）", "（請寫一寫）", " (in your own words)";
    MayCount "（请写数字）", "（請寫數字）", " (a number)";
    MayPlace "（选一个）", "（選一個）", " (choose one)";
    Anonymous
        "不用写名字；不想回答的题可以空着。", "不用寫名字；不想回答的題可以空著。",
        "Write no name; leave out what you do not want to answer.";
    TallySheet "{title}：计数表", "{title}：計數表", "{title}: tally sheet";
    Number "题", "題", "No.";
    Strokes "画“正”字", "畫「正」字", "Tally in fives";
    Trend "指标变化（%）", "指標變化（%）", "Indicators over time (%)";
    TrendTable "各项指标的数值", "各項指標的數值", "Values of the indicators";
    Day "日期", "日期", "Day";
    WithUnit "{name}（{unit}）", "{name}（{unit}）", "{name} ({unit})";
}
