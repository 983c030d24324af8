//! Anonymity (匿名评审): what in a text tells who wrote it, and the same text without it.
//!
//! [`Names`] knows the teacher's own names with the short forms people make of them, and whatever else the teacher
//! adds. [`Names::find`] also knows phrases that give a school away whoever wrote them: 笔者所在的……小学, a studio, a
//! project's number, a link. [`anonymous`] makes the second rendering of a manuscript, [`check`] says what is left
//! in any rendering, and where.
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
mod manuscript;
mod names;
mod patterns;

#[cfg(test)]
mod tests;

pub use check::{Finding, Place, check};
pub use manuscript::anonymous;
pub use names::{Hit, Leak, Names};
