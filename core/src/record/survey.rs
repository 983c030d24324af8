//! The survey (调查): what was asked of whom, and how many answered what.

use std::collections::BTreeMap;

use super::evidence::Privacy;
use super::{part, record, words};
use crate::id::RecordId;
use crate::time::Date;

words! {
    /// How those asked were chosen.
    pub enum Sampling {
        /// 全体: everybody.
        #[default]
        Whole = "whole",
        /// 整群: whole classes or groups.
        Cluster = "cluster",
        /// 随机: by lot.
        Random = "random",
        /// 方便: who was at hand.
        Convenience = "convenience",
    }
}

words! {
    /// How answers were given.
    pub enum SurveyMode {
        /// 纸笔.
        #[default]
        Paper = "paper",
        /// 举手.
        Hands = "hands",
        /// 在线.
        Online = "online",
        /// 访谈.
        Interview = "interview",
    }
}

words! {
    /// What kind of answer an item asks for.
    pub enum ItemKind {
        /// 单选: one option.
        #[default]
        Single = "single",
        /// 多选: any number of options.
        Multiple = "multiple",
        /// 五点量表.
        Likert5 = "likert5",
        /// 四点量表.
        Likert4 = "likert4",
        /// 数字.
        Number = "number",
        /// 开放题: words, to which codes are given afterwards.
        Open = "open",
    }
}

impl ItemKind {
    /// How many points its scale has; `None` if it has no scale.
    pub const fn points(self) -> Option<u32> {
        match self {
            Self::Likert5 => Some(5),
            Self::Likert4 => Some(4),
            Self::Single | Self::Multiple | Self::Number | Self::Open => None,
        }
    }
}

part! {
    /// An option of an item, or a code (类别) given to its open answers, with how many chose it.
    #[derive(Default)]
    pub struct Choice {
        /// What it says. Of a scale's point it may be empty: then the scale's usual words stand.
        pub text: String,
        /// How many chose it, where answers were counted by hand; `None` if nobody has counted yet.
        pub count: Option<u32>,
        /// Its place among the choices.
        pub place: u32,
        /// Some open answers in their own words.
        pub quotes: Vec<String>,
    }
}

part! {
    /// What a teacher thinks, before anybody has answered, how many will choose an option (预估).
    #[derive(Default)]
    pub struct Estimate {
        /// The option, by its short name.
        pub choice: String,
        /// About how many of a hundred; `None` while that is not said.
        pub percent: Option<u32>,
    }
}

part! {
    /// An item (题目).
    #[derive(Default)]
    pub struct Item {
        /// What was asked.
        pub text: String,
        /// What it is called where the whole question is too long, as in a table's caption: 最大困难.
        pub name: String,
        /// What kind of answer it asks for.
        pub sort: ItemKind,
        /// Its options or codes, by a short name that never changes. The points of a scale are named by their score,
        /// `5` to `1`.
        pub choices: BTreeMap<String, Choice>,
        /// 反向题: agreeing speaks against what the scale measures, so that its scores are turned round.
        pub reversed: bool,
        /// The dimension (维度) it belongs to.
        pub dimension: String,
        /// Out of how many it is counted, where that is not everybody whose questionnaire is valid.
        pub of: Option<u32>,
        /// Numbers that were answered, where there are no rows.
        pub numbers: Vec<f64>,
        /// Where a new band (分数段) of the numbers begins: 60, 70, 80.
        pub bands: Vec<f64>,
        /// Of how many open answers a second person judged the code as well.
        pub judged: Option<u32>,
        /// For how many of them both gave the same.
        pub agreed: Option<u32>,
        /// What was expected of it before anybody answered.
        pub estimate: Option<Estimate>,
        /// 编码: the codes that its open answers were given, by an answer's own words. The same words have the same codes,
        /// whoever said them and whenever they came in. See [`Item::give`].
        pub coded: BTreeMap<String, Vec<String>>,
        /// Its place among the items.
        pub place: u32,
    }
}

impl Item {
    /// Its options in the order the teacher put them. The points of a scale are all there, the highest first.
    ///
    /// ```
    /// use luoxuan::record::{Item, ItemKind};
    /// let scale = Item { sort: ItemKind::Likert4, ..Item::default() };
    /// let names: Vec<_> = scale.choices().into_iter().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["4", "3", "2", "1"]);
    /// ```
    pub fn choices(&self) -> Vec<(String, Choice)> {
        if let Some(points) = self.sort.points() {
            let point = |score: u32| {
                let name = score.to_string();
                let choice = self.choices.get(&name).cloned().unwrap_or_default();
                (name, choice)
            };
            return (1..=points).rev().map(point).collect();
        }
        let mut all: Vec<_> = self.choices.clone().into_iter().collect();
        all.sort_by(|(a, x), (b, y)| (x.place, a).cmp(&(y.place, b)));
        all
    }

    /// What it is called in a caption: its short name, or the question without its question mark.
    pub fn called(&self) -> &str {
        let name = self.name.trim();
        if name.is_empty() {
            self.text.trim().trim_end_matches(['？', '?', '。', '.'])
        } else {
            name
        }
    }
}

part! {
    /// A two-way table (交叉表). Its counts are typed by hand, or, where there are none, taken from the rows.
    #[derive(Default)]
    pub struct Cross {
        /// What it compares, such as 课外阅读次数与最大困难.
        pub title: String,
        /// The item whose options are its rows.
        pub down: String,
        /// The item whose options are its columns.
        pub across: String,
        /// What its rows are called, where counts are typed.
        pub rows: Vec<String> = whole,
        /// What its columns are called, where counts are typed.
        pub columns: Vec<String> = whole,
        /// Its counts, row by row, where they are typed.
        pub counts: Vec<Vec<u32>> = whole,
        /// Its place among the tables.
        pub place: u32,
    }
}

part! {
    /// Two measurements of the same pupils (前后测), one pair a pupil.
    #[derive(Default)]
    pub struct Paired {
        /// What was measured.
        pub title: String,
        /// What the first is called; empty for 前测.
        pub before: String,
        /// What the second is called; empty for 后测.
        pub after: String,
        /// Each pupil’s first and second value. Who it was is not kept.
        pub pairs: Vec<(f64, f64)>,
        /// From which value on a school speaks of 优秀 or 合格, such as 80 and 60.
        pub thresholds: Vec<f64>,
        /// Its place among the comparisons.
        pub place: u32,
    }
}

words! {
    /// How another survey stands to this one.
    pub enum ComparedAs {
        /// 前一次: it was made before this one.
        #[default]
        Earlier = "earlier",
        /// 另一个班: it asked another class or group.
        Group = "group",
    }
}

part! {
    /// Another survey that this one is held against (对比).
    #[derive(Default)]
    pub struct Compared {
        /// Which survey.
        pub survey: Option<RecordId>,
        /// How it stands to this one.
        pub sort: ComparedAs,
        /// What this survey is called beside it; empty for its day or its people.
        pub this: String,
        /// What the other is called; empty for its day or its people.
        pub that: String,
        /// Its place among the comparisons.
        pub place: u32,
    }
}

record! {
    /// A survey (调查). Items, tables and comparisons stand by short names that never change, so that two devices which
    /// each add one keep both.
    ///
    /// ```
    /// use luoxuan::record::{Item, Record, Survey};
    /// use luoxuan::Content;
    /// let difficulty = Item { text: "写作文时，你最大的困难是什么？".into(), ..Item::default() };
    /// let survey = Survey { items: [("difficulty".into(), difficulty)].into(), valid: Some(121), ..Survey::default() };
    /// assert_eq!(Content::of(&survey).read::<Survey>(), Some(survey));
    /// ```
    pub struct Survey = "survey" {
        /// What it is called.
        pub title: String,
        /// The spiral it belongs to.
        pub spiral: Option<RecordId>,
        /// What it is to find out.
        pub purpose: String,
        /// Who was asked, in words: 本年级三个班学生.
        pub respondents: String,
        /// How many there are of those it speaks about (总体人数).
        pub population: Option<u32>,
        /// How those asked were chosen; `None` while nobody has said.
        pub sampling: Option<Sampling>,
        /// How answers were given; `None` while nobody has said.
        pub mode: Option<SurveyMode>,
        /// The first day.
        pub start: Option<Date>,
        /// The last day.
        pub end: Option<Date>,
        /// How many questionnaires were issued (发放).
        pub issued: Option<u32>,
        /// How many came back (回收).
        pub returned: Option<u32>,
        /// How many of these are valid (有效).
        pub valid: Option<u32>,
        /// Why the others are not.
        pub invalid: String,
        /// How pupils were protected.
        pub protection: String,
        /// What is asked, by a short name.
        pub items: BTreeMap<String, Item>,
        /// The items that the cells of a row answer, by their short names.
        pub columns: Vec<String> = whole,
        /// Raw answers, one row a person, as they were written. Anonymous: a row has no name and no number.
        pub rows: Vec<Vec<String>>,
        /// Two-way tables, by a short name.
        pub crosses: BTreeMap<String, Cross>,
        /// Comparisons of the same pupils before and after, by a short name.
        pub paired: BTreeMap<String, Paired>,
        /// Other surveys that it is held against, by a short name.
        pub compared: BTreeMap<String, Compared>,
        /// Who may see it.
        pub privacy: Privacy,
    }
}

impl Survey {
    /// Its items in the order the teacher put them.
    pub fn items(&self) -> Vec<(&str, &Item)> {
        placed(&self.items, |item| item.place)
    }

    /// Its two-way tables in the order the teacher put them.
    pub fn crosses(&self) -> Vec<(&str, &Cross)> {
        placed(&self.crosses, |cross| cross.place)
    }

    /// The surveys it is held against, in the order the teacher put them.
    pub fn compared(&self) -> Vec<(&str, &Compared)> {
        placed(&self.compared, |compared| compared.place)
    }

    /// Its comparisons in the order the teacher put them.
    pub fn paired(&self) -> Vec<(&str, &Paired)> {
        placed(&self.paired, |paired| paired.place)
    }
}

fn placed<T>(all: &BTreeMap<String, T>, place: impl Fn(&T) -> u32) -> Vec<(&str, &T)> {
    let mut all: Vec<_> = all.iter().map(|(name, it)| (name.as_str(), it)).collect();
    all.sort_by_key(|(name, it)| (place(it), *name));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::merge_contents;
    use crate::record::Record;
    use crate::{Content, Survey};
    use serde_json::{Value, json};

    #[test]
    fn two_devices_that_each_add_an_item_keep_both() {
        let item = |text: &str, place| Item {
            text: text.into(),
            place,
            ..Item::default()
        };
        let with = |items: &[(&str, Item)]| {
            Content::of(&Survey {
                items: items
                    .iter()
                    .map(|(name, item)| ((*name).into(), item.clone()))
                    .collect(),
                ..Survey::default()
            })
        };
        let first = ("a", item("最大困难？", 0));
        let base = with(std::slice::from_ref(&first));
        let here = with(&[first.clone(), ("b", item("改几次？", 1))]);
        let there = with(&[first, ("c", item("读几次？", 1))]);
        let merged = merge_contents(&base, &here, &there).expect("certain");
        let names: Vec<_> = merged.read::<Survey>().expect("a survey").items.into_keys().collect();
        assert_eq!(names, ["a", "b", "c"]);
    }

    #[test]
    fn an_item_that_cannot_be_read_does_not_take_its_neighbours_along() {
        let written = json!({
            "title": "习作困难",
            "valid": "a hundred",
            "items": {
                "a": {"text": "最大困难？", "sort": "drawing", "choices": {"x": {"count": -1, "text": "不会写"}}},
                "b": {"text": 7, "reversed": true},
            },
        });
        let Value::Object(fields) = written else {
            panic!("an object")
        };
        let survey = Survey::from_fields(&fields);
        assert_eq!((survey.title.as_str(), survey.valid), ("习作困难", None));
        assert_eq!(survey.items["a"].choices["x"].text, "不会写");
        assert!(survey.items["b"].reversed);
        assert_eq!(survey.fields(), fields);
    }
}
