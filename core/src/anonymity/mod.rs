//! Anonymity (匿名评审): what in a text tells who wrote it, and the same text without it.
//!
//! [`Names`] knows the teacher's own names with the short forms people make of them, and whatever else the teacher
//! adds. [`Names::find`] also knows what gives somebody away whoever wrote it: 陈雨桐同学, 任教于……小学, a telephone, a
//! project's number, a link. What is sure is masked; what may as well be something else stays and is shown.
//! [`anonymous`] makes the second rendering of a manuscript, [`check`] says what is left in any rendering, and where;
//! [`Looked`] says what was looked for. `docs/anonymity.md` has how much of it is found.
//!
//! ```
//! use luoxuan::anonymity::Names;
//! use luoxuan::catalog::Language;
//! use luoxuan::record::Profile;
//! let profile = Profile { name: "林晓禾".into(), school: "青禾市清溪区晨光小学".into(), ..Profile::default() };
//! let names = Names::of(&profile, &[], &[]);
//! let text = "晨光小学的林老师和我校的孩子";
//! assert_eq!(names.mask(text, Language::ZhHans), "某校的X老师和我校的孩子");
//! let hit = &names.find(text)[0];
//! assert_eq!(&text[hit.at.clone()], "晨光小学");
//! ```

mod check;
mod classes;
mod forms;
mod leak;
mod letters;
mod lines;
mod looked;
mod manuscript;
mod names;
mod patterns;
mod pinyin;
mod place;
mod schools;
mod script;

#[cfg(test)]
mod tests;

pub use check::{Finding, check};
pub use leak::{Hit, Leak};
pub use looked::Looked;
pub use manuscript::anonymous;
pub use names::Names;
pub use place::Place;
