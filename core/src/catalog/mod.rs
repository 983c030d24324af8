//! Knowledge as data: labels, terms, sub-fields, prompts, rubric, hints, text forms, in three languages.
//!
//! The words are in `data/words`; which of them is said when is in these tables, not in the code that uses them.
//! Prompts and wording are original; the rules behind them are named where they stand.

mod advice;
mod anonymity;
mod archive;
mod fields;
mod forms;
mod glossary;
mod hints;
mod kinds;
mod labels;
mod manuscript;
mod pages;
mod problem_check;
mod prompts;
mod readiness;
mod rubric;
mod rules;
pub(crate) mod sheet;
mod store;
pub(crate) mod survey;
mod telling;
mod terms;
pub(crate) mod words;

use serde::{Deserialize, Serialize};

pub use advice::{Explanation, advice};
pub use anonymity::{LookedWords, found, looked, masked, perhaps, place};
pub use archive::{harm, refused};
pub use fields::{Field, field, fields, in_order, purpose};
pub use forms::{ContentSource, Form, HeaderField, Section, Selection, form};
pub use glossary::{GLOSSARY, glossary};
pub use hints::rule;
pub use kinds::kind;
pub use labels::Labelled;
pub use manuscript::{ManuscriptLabel, mark, warning};
pub use pages::{Heading, heading, key};
pub use problem_check::reason;
pub use prompts::{Prompt, prompts};
pub use readiness::{fit, lack, need};
pub use rubric::{Criterion, DEPTHS, FRAME, RUBRIC, Weight};
pub use rules::{PRESETS, Preset, preset};
pub use store::store_error;
pub use survey::{care, point, unread};
pub(crate) use telling::{came, lead};
pub use terms::{TERMS, TermName, called, term};
pub(crate) use words::report;

pub(crate) mod identity;
pub(crate) mod wordlists;

/// A language the catalog speaks.
///
/// Serialized as its [tag](Self::tag).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// 简体中文, the working script of the schools this comes from.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// 繁體中文.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// Its tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// What it calls itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::En => "English",
        }
    }

    /// The language a browser's tag asks for; `None` if it is none of these.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// assert_eq!(Language::from_tag("zh-TW"), Some(Language::ZhHant));
    /// assert_eq!(Language::from_tag("zh-CN"), Some(Language::ZhHans));
    /// assert_eq!(Language::from_tag("de"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" if parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) => Some(Self::ZhHant),
            "zh" => Some(Self::ZhHans),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// The same words in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words {
    /// 简体中文.
    pub zh_hans: &'static str,
    /// 繁體中文.
    pub zh_hant: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The words in one language.
    pub const fn in_(self, language: Language) -> &'static str {
        match language {
            Language::ZhHans => self.zh_hans,
            Language::ZhHant => self.zh_hant,
            Language::En => self.en,
        }
    }
}

/// Puts values into a sentence: each `{name}` becomes its value.
///
/// ```
/// use luoxuan::catalog::fill;
/// assert_eq!(fill("晚 {n} 天", &[("n", &9)]), "晚 9 天");
/// ```
pub fn fill(sentence: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    let mut text = sentence.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), &value.to_string());
    }
    text
}

/// From how many to how many, as it stands before what is counted; 0 where there is no limit.
///
/// ```
/// use luoxuan::catalog::{Language, range};
/// assert_eq!(range((150, 300), Language::ZhHans), "150–300");
/// assert_eq!(range((0, 300), Language::ZhHans), "不超过300");
/// assert_eq!(range((800, 0), Language::ZhHans), "不少于800");
/// assert_eq!(range((15, 15), Language::ZhHans), "15");
/// ```
pub fn range((least, most): (u32, u32), language: Language) -> String {
    let (sentence, values) = match (least, most) {
        (0, _) => (words::range::AT_MOST, [("most", &most as _)].to_vec()),
        (_, 0) => (words::range::AT_LEAST, [("least", &least as _)].to_vec()),
        (least, most) if least == most => return most.to_string(),
        _ => return format!("{least}–{most}"),
    };
    fill(sentence.in_(language), &values)
}

#[cfg(test)]
pub(crate) mod tests;
