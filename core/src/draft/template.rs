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

/// The sections of a document in the order of its template, with their headings, empty ones as well; then those the
/// template does not have, under the heading the base form gives them, or their name.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::sections_of;
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, TextType};
/// let mut document = Document::default();
/// document.pull("limits", 0, Passage::default());
/// let mut template = form(TextType::Survey).template(Language::ZhHans);
/// template.sections.retain(|section| section.name != "limits");
/// let last = *sections_of(&document, &template, Language::ZhHans).last().expect("a section");
/// assert_eq!((last.0, last.1), ("limits", "局限"));
/// ```
pub fn sections_of<'d>(
    document: &'d Document,
    template: &'d Template,
    language: Language,
) -> Vec<(&'d str, &'d str, &'d [Passage])> {
    let named = template.sections.iter().map(|section| {
        let name = section.name.as_str();
        (name, section.heading.as_str(), document.section(name))
    });
    let stray = document
        .sections
        .iter()
        .filter(|(name, _)| template.section(name).is_none());
    let stray = stray.map(|(name, passages)| {
        let known = form(template.base).section(name);
        let heading = known.map_or(name.as_str(), |section| section.heading.in_(language));
        (name.as_str(), heading, passages.as_slice())
    });
    named.chain(stray).collect()
}

/// The two files of a text part of which is an anonymous loose leaf (论证活页): first what bears names, with its head and
/// all other sections, then the leaf, without a head. `None` if its template has no leaf. The list of references goes
/// with the section named for it.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::two_files;
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, TextType};
/// let mut document = Document { text_type: TextType::Application, ..Document::default() };
/// document.fields.insert("leader".into(), "林某".into());
/// document.pull("significance", 0, Passage { text: "平均只写了96字。".into(), ..Passage::default() });
/// let template = form(document.text_type).template(Language::ZhHans);
/// let [(named, _), (leaf, _)] = two_files(&document, &template).expect("an application has a leaf");
/// assert!(named.section("significance").is_empty() && !named.fields.is_empty());
/// assert!(!leaf.section("significance").is_empty() && leaf.fields.is_empty());
/// ```
pub fn two_files(document: &Document, template: &Template) -> Option<[(Document, Template); 2]> {
    let part = |loose: bool| {
        let (mut document, mut form) = (document.clone(), template.clone());
        form.sections.retain(|section| section.loose_leaf == loose);
        // A section the template does not have may name anybody, so it stays with the names.
        let is_loose = |name: &str| template.section(name).is_some_and(|section| section.loose_leaf);
        document.sections.retain(|name, _| is_loose(name) == loose);
        if loose {
            document.fields.clear();
            form.header.clear();
        }
        let listed = template.section(REFERENCES);
        if listed.is_some_and(|section| section.loose_leaf != loose) {
            document.references.clear();
        }
        (document, form)
    };
    template.has_loose_leaf().then(|| [part(false), part(true)])
}

/// The name of the section the list of references stands in.
pub const REFERENCES: &str = "references";
