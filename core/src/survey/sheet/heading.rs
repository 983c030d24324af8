//! A column's heading: its question's number, its words, and the marks around them.

use super::Form;
use crate::text::fold;

/// A heading, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// The number of its question.
    pub(super) number: Option<u32>,
    /// Whether it names a part of that question by an underscore: `3_1`, `12_朗读`.
    pub(super) part: bool,
    /// What it says, without number and marks.
    pub(super) text: String,
    /// The kind a mark gives it: `[单选题]`, `（可多选）`.
    pub(super) mark: Option<Form>,
}

impl Heading {
    /// Takes a heading apart.
    pub(super) fn of(heading: &str) -> Self {
        let mut mark = None;
        let rest = bare(heading, &mut mark);
        let (number, part, rest) = numbered(rest);
        let text = bare(rest, &mut mark);
        Self {
            number,
            part,
            text: text.to_owned(),
            mark,
        }
    }

    /// Whether it looks like a question's heading: numbered, or marked with its kind.
    pub(super) fn is_question(&self) -> bool {
        self.number.is_some() || self.mark.is_some()
    }
}

/// What a heading says, without number and marks.
pub(in crate::survey) fn words_of(heading: &str) -> String {
    Heading::of(heading).text
}

/// A text without the marks around it, and the kind that they give.
pub(super) fn unmarked(text: &str) -> (String, Option<Form>) {
    let mut mark = None;
    let text = bare(text, &mut mark).to_owned();
    (text, mark)
}

/// Without stars, spaces and marks of a kind before and behind.
fn bare<'h>(heading: &'h str, mark: &mut Option<Form>) -> &'h str {
    let mut rest = heading;
    loop {
        let trimmed = rest.trim().trim_matches('*').trim();
        let (found, next) = [marked(trimmed, true), marked(trimmed, false)]
            .into_iter()
            .flatten()
            .next()
            .unwrap_or((None, trimmed));
        *mark = mark.or(found);
        if next.len() == rest.len() {
            return rest;
        }
        rest = next;
    }
}

/// A mark of a kind at an end, and what is left without it.
fn marked(text: &str, front: bool) -> Option<(Option<Form>, &str)> {
    const PAIRS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('（', '）'), ('(', ')')];
    PAIRS.into_iter().find_map(|(open, close)| {
        let (inside, rest) = if front {
            text.strip_prefix(open)?.split_once(close)?
        } else {
            let (rest, inside) = text.strip_suffix(close)?.rsplit_once(open)?;
            (inside, rest)
        };
        // A heading that is nothing but this says an option, not a kind.
        (!rest.trim().is_empty() && inside.chars().count() <= 12).then_some(())?;
        let (_, kind) = kind_of(inside)?;
        Some((*kind, rest))
    })
}

/// The mark that these words are, with the kind it gives, if it gives one.
fn kind_of(inside: &str) -> Option<&'static (&'static str, Option<Form>)> {
    static KINDS: [(&str, Option<Form>); 26] = [
        ("单选", Some(Form::Single)),
        ("單選", Some(Form::Single)),
        ("多选", Some(Form::Multiple)),
        ("多選", Some(Form::Multiple)),
        ("不定项", Some(Form::Multiple)),
        ("最多选", Some(Form::Multiple)),
        ("最多選", Some(Form::Multiple)),
        ("限选", Some(Form::Multiple)),
        ("限選", Some(Form::Multiple)),
        ("量表", Some(Form::Likert5)),
        ("排序", Some(Form::Order)),
        ("填空", Some(Form::Open)),
        ("简答", Some(Form::Open)),
        ("簡答", Some(Form::Open)),
        ("问答", Some(Form::Open)),
        ("問答", Some(Form::Open)),
        ("矩阵", None),
        ("矩陣", None),
        ("必答", None),
        ("必填", None),
        ("选答", None),
        ("選答", None),
        ("选填", None),
        ("選填", None),
        ("选择题", None),
        ("選擇題", None),
    ];
    KINDS.iter().find(|(words, _)| inside.contains(words))
}

/// The number before a heading, whether it names a part, and what follows: `1、`, `1.`, `1：`, `Q1 `, `第1题`, `3_1`.
fn numbered(heading: &str) -> (Option<u32>, bool, &str) {
    let none = (None, false, heading);
    let lead = heading.trim_start_matches(['Q', 'q', 'Ｑ', '第']);
    let led = lead.len() < heading.len();
    let end = lead.find(|c: char| !c.is_ascii_digit()).unwrap_or(lead.len());
    let (digits, rest) = lead.split_at_checked(end).unwrap_or((lead, ""));
    // A year is no question's number.
    let Some(number) = digits.parse().ok().filter(|_| digits.len() <= 3) else {
        return none;
    };
    let rest = rest.strip_prefix(['题', '題']).unwrap_or(rest);
    let mut letters = rest.chars();
    match letters.next() {
        None => (Some(number), false, rest),
        Some('_') => (Some(number), true, letters.as_str()),
        Some('.' | '．') if !led && letters.as_str().starts_with(|c: char| c.is_ascii_digit()) => none,
        Some('、' | '.' | '．' | '：' | ':' | ')' | '）') => (Some(number), false, letters.as_str()),
        Some('-' | '—') if led => (Some(number), true, letters.as_str()),
        Some(c) if led || fold(&c.to_string()) == "(" => (Some(number), false, rest),
        Some(_) => none,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_marks_come_off_and_words_stay() {
        let read = |heading: &str| {
            let read = Heading::of(heading);
            (read.number, read.part, read.text, read.mark)
        };
        for heading in [
            "1、你喜欢写作文吗？",
            "1. 你喜欢写作文吗？",
            "1：你喜欢写作文吗？",
            "Q1 你喜欢写作文吗？",
            "第1题 你喜欢写作文吗？",
            "*1、你喜欢写作文吗？",
            "1、*你喜欢写作文吗？*",
        ] {
            assert_eq!(
                read(heading),
                (Some(1), false, "你喜欢写作文吗？".into(), None),
                "{heading}"
            );
        }
        for (heading, form) in [
            ("*2、你爱读什么？[单选题] *", Form::Single),
            ("[多选题] 2、你爱读什么？", Form::Multiple),
            ("2、你爱读什么？（可多选）", Form::Multiple),
            ("2、你爱读什么？【排序题】", Form::Order),
        ] {
            assert_eq!(
                read(heading),
                (Some(2), false, "你爱读什么？".into(), Some(form)),
                "{heading}"
            );
        }
        assert_eq!(read("3_1"), (Some(3), true, "1".into(), None));
        assert_eq!(read("12_朗读"), (Some(12), true, "朗读".into(), None));
        assert_eq!(read("3、(语文)"), (Some(3), false, "(语文)".into(), None));
        assert_eq!(read("7"), (Some(7), false, String::new(), None));
        for heading in [
            "2025年你读了几本书",
            "1.5小时",
            "3年级学生",
            "100米成绩",
            "(可多选)",
            "",
        ] {
            assert_eq!(read(heading), (None, false, heading.into(), None));
        }
    }
}
