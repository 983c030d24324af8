//! The text forms: what each section is called, asks for, and is fed from.
//!
//! Weights and shares are defaults of ours, not of any contest; a contest's own profile goes first.

use crate::record::TextType;

mod action_research;
mod application;
mod experience;
mod final_report;
mod form;
mod group_meeting;
mod improvement_case;
mod lesson_observation;
mod lesson_study;
mod narrative;
mod reading_notes;
mod survey;
mod teaching_case;
mod teaching_reflection;
mod template;
mod term_report;

pub use form::{ContentSource, Form, HeaderField, Section, Selection};

/// The form of a text type.
///
/// ```
/// use luoxuan::TextType;
/// use luoxuan::catalog::{Language, form};
/// let form = form(TextType::Experience);
/// let headings: Vec<_> = form.sections.iter().map(|section| section.heading.in_(Language::ZhHans)).collect();
/// assert_eq!(headings, ["问题缘起", "主要做法", "实践成效", "经验体会", "问题与展望", "参考文献"]);
/// ```
pub const fn form(kind: TextType) -> &'static Form {
    match kind {
        TextType::Experience => &experience::FORM,
        TextType::Survey => &survey::FORM,
        TextType::ImprovementCase => &improvement_case::FORM,
        TextType::TeachingReflection => &teaching_reflection::FORM,
        TextType::TeachingCase => &teaching_case::FORM,
        TextType::LessonStudy => &lesson_study::FORM,
        TextType::ReadingNotes => &reading_notes::FORM,
        TextType::Narrative => &narrative::FORM,
        TextType::ActionResearch => &action_research::FORM,
        TextType::Application => &application::FORM,
        TextType::FinalReport => &final_report::FORM,
        TextType::LessonObservation => &lesson_observation::FORM,
        TextType::GroupMeeting => &group_meeting::FORM,
        TextType::TermReport => &term_report::FORM,
    }
}
