//! Which form a document follows, and beginning one by it.

use super::assemble::skeleton_of;
use super::scope::Scope;
use crate::catalog::{Language, form};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::record::{Document, Passage, Template};

/// The template a document follows: the teacher's own, or else the catalog's form in this language. A template that
/// is in the trash counts as none. What the teacher's own leaves to the form, its weights and its list of faults, is
/// the form's.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::template_of;
/// use luoxuan::{Document, Index, TextType};
/// let document = Document { text_type: TextType::Narrative, ..Document::default() };
/// let template = template_of(&document, &Index::default(), Language::ZhHans);
/// assert_eq!(template.name, "教学叙事");
/// ```
pub fn template_of(document: &Document, index: &Index, language: Language) -> Template {
    let own = document.template.and_then(|id| index.read::<Template>(id));
    let Some(mut own) = own else {
        return form(document.text_type).template(language);
    };
    // A copy made before schools could weigh and list for themselves, or one that leaves it to the form.
    let base = form(own.base);
    if own.judging.is_empty() {
        own.judging = base.criteria(language);
    }
    if own.faults.is_empty() {
        own.faults = base.common_faults(language);
    }
    own
}

/// A new document about some turns of a spiral, by a template, the teacher's own (`template`) or the catalog's (`None`): what of the spiral fits its
/// sections, and where nothing does, what the template puts there to be filled in.
///
/// A section the template does not have is not filled; what would have gone there is still [offered](super::offer).
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::{Scope, begin};
/// use luoxuan::{Journal, Index, TextType};
/// let template = form(TextType::LessonObservation).template(Language::ZhHans);
/// let document = begin(&Index::default(), &Journal::new(), None, Scope::ALL, &template, None, Language::ZhHans);
/// assert!(document.section("process")[0].text.starts_with("| 时间（分） |"));
/// ```
pub fn begin(
    index: &Index,
    journal: &Journal,
    spiral: Option<RecordId>,
    scope: Scope,
    template: &Template,
    id: Option<RecordId>,
    language: Language,
) -> Document {
    let mut document = match spiral {
        Some(spiral) => skeleton_of(index, journal, spiral, form(template.base), scope, language),
        None => Document {
            text_type: template.base,
            ..Document::default()
        },
    };
    document.template = id;
    document.sections.retain(|name, _| template.section(name).is_some());
    let asked = |name: &str| template.header.iter().any(|field| field.name == name);
    document.fields.retain(|name, _| asked(name));
    for section in &template.sections {
        if !section.starter.is_empty() && document.section(&section.name).is_empty() {
            let starter = Passage {
                text: section.starter.clone(),
                ..Passage::default()
            };
            document.pull(&section.name, 0, starter);
        }
    }
    document
}
