//! Questions that ask who somebody is, and not what they think: they tell whom a survey asked.

use super::tally::Tally;
use crate::catalog::Language;
use crate::record::{Item, ItemKind, Survey};

/// What such a question is called.
const CALLED: [&str; 18] = [
    "班级", "班級", "班别", "年级", "年級", "性别", "性別", "年龄", "年齡", "学段", "學段", "学校", "學校", "class",
    "grade", "gender", "sex", "age",
];

/// How such a question asks.
const ASKED: [&str; 12] = [
    "你在哪个班",
    "你在哪個班",
    "你的班级",
    "你的班級",
    "你是几年级",
    "你是幾年級",
    "你上几年级",
    "你上幾年級",
    "你的性别",
    "你的性別",
    "你是男生",
    "which class are you",
];

/// Whether an item asks who somebody is: a single choice that is called or asks so.
pub(super) fn is_about_people(item: &Item) -> bool {
    let called = item.name.trim().to_lowercase();
    let asked = item.text.trim().to_lowercase();
    item.sort == ItemKind::Single
        && (CALLED.contains(&called.as_str()) || ASKED.iter().any(|begin| asked.starts_with(begin)))
}

/// Whether a part of a survey, as its finding names it, is such a question.
pub(crate) fn tells_who(survey: &Survey, part: &str) -> bool {
    let item = part.strip_prefix("item:").and_then(|name| survey.items.get(name));
    item.is_some_and(is_about_people)
}

/// Who answered, by each such question: what its options are called, with how many chose each, those that somebody chose.
pub(super) fn people(survey: &Survey, language: Language) -> Vec<Vec<(String, u64)>> {
    let about = survey.items().into_iter().filter(|(_, item)| is_about_people(item));
    let counted = about.filter_map(|(name, item)| {
        let all = Tally::of(survey, name, item, language)?.choices.into_iter();
        let chosen: Vec<_> = all
            .filter(|one| one.count > 0)
            .map(|one| (one.text, one.count))
            .collect();
        (chosen.len() > 1).then_some(chosen)
    });
    counted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Choice;

    fn asked(name: &str, text: &str, sort: ItemKind) -> Item {
        let choice = |text: &str, place, count| Choice {
            text: text.into(),
            place,
            count: Some(count),
            ..Choice::default()
        };
        let choices = [
            ("a".into(), choice("三（1）班", 0, 40)),
            ("b".into(), choice("三（2）班", 1, 42)),
        ];
        Item {
            name: name.into(),
            text: text.into(),
            sort,
            choices: choices.into(),
            ..Item::default()
        }
    }

    #[test]
    fn who_answered_is_told_by_what_is_asked_and_not_by_what_is_thought() {
        for (name, text) in [("班级", ""), ("", "你在哪个班？"), ("性別", "你是？"), ("Grade", "")] {
            assert!(is_about_people(&asked(name, text, ItemKind::Single)), "{name} {text}");
        }
        for (name, text) in [("最怕什么", "英语课上你最怕什么？"), ("班级氛围", "你喜欢你的班级吗？")]
        {
            assert!(!is_about_people(&asked(name, text, ItemKind::Single)), "{name} {text}");
        }
        assert!(!is_about_people(&asked("班级", "", ItemKind::Open)));
    }

    #[test]
    fn the_sample_tells_who_they_were() {
        let items = [("q".into(), asked("班级", "你在哪个班？", ItemKind::Single))];
        let survey = Survey {
            valid: Some(82),
            items: items.into(),
            ..Survey::default()
        };
        let said = crate::survey::sample(&survey, Language::ZhHans).expect("it says how many");
        assert!(said.ends_with("有效82份；其中三（1）班40人，三（2）班42人。"), "{said}");
        assert!(tells_who(&survey, "item:q") && !tells_who(&survey, "cross:q"));
        let facts = crate::survey::facts(&survey, "sample").expect("it has one");
        assert!(facts.ends_with("三（1）班 40\n三（2）班 42"), "{facts}");
    }
}
