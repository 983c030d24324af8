//! The sections of a text, as its form orders them.

use crate::catalog::{Language, form};
use crate::record::{Document, Passage, Template};

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
/// use luoxuan::draft::split_loose_leaf;
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, TextType};
/// let mut document = Document { text_type: TextType::Application, ..Document::default() };
/// document.fields.insert("leader".into(), "林某".into());
/// document.pull("significance", 0, Passage { text: "平均只写了96字。".into(), ..Passage::default() });
/// let template = form(document.text_type).template(Language::ZhHans);
/// let [(named, _), (leaf, _)] = split_loose_leaf(&document, &template).expect("an application has a leaf");
/// assert!(named.section("significance").is_empty() && !named.fields.is_empty());
/// assert!(!leaf.section("significance").is_empty() && leaf.fields.is_empty());
/// ```
pub fn split_loose_leaf(document: &Document, template: &Template) -> Option<[(Document, Template); 2]> {
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
