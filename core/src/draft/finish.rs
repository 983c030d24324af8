//! From a document to the manuscript that leaves: by its form and its rules, signed or without names.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::assemble::shown_in;
use super::cite::cite;
use super::length::printed;
use super::sections::{REFERENCES, sections_of, split_loose_leaf};
use super::template::template_of;
use crate::anonymity::{Names, anonymous};
use crate::catalog::{Labelled, Language, ManuscriptLabel, PRESETS, form, mark, preset};
use crate::id::{BlobId, RecordId};
use crate::index::Index;
use crate::manuscript::{Block, Byline, Fields, Inline, Manuscript, Parts, PlacedBlock, TextStyle};
use crate::record::{Anonymity, Document, Entry, Evidence, Profile, Rules, Template, Version};
use crate::text::markdown::plain;

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ExportOptions {
    /// Which version; `None` is the document as it stands.
    pub version: Option<RecordId>,
    /// Whether nothing in it may tell who wrote it.
    pub anonymous: bool,
    /// Whether only the loose leaf (论证活页) is wanted.
    pub loose_leaf: bool,
}

/// A text that can be handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportedText {
    /// What it says.
    pub manuscript: Manuscript,
    /// What it is held to, and how it stands on paper.
    pub rules: Rules,
    /// The name of its file, without the ending.
    pub file_name: String,
    /// The names it must not tell, where it is anonymous.
    pub names: Names,
    /// The headings of sections in which nothing stands. They are not printed, and whoever hands it in is told so.
    pub empty: Vec<String>,
}

/// The rules a document names: a shipped profile by its key, or the teacher's own by its id. A name that leads nowhere,
/// such as that of rules in the trash, means the general ones.
pub fn rules_of(name: &str, index: &Index, language: Language) -> Rules {
    let own = name.parse::<RecordId>().ok().and_then(|id| index.read::<Rules>(id));
    let shipped = || preset(name).or(PRESETS.first()).map(|preset| preset.rules(language));
    own.or_else(shipped).unwrap_or_default()
}

/// All rules to choose from, by the name a document remembers them by: the shipped ones, then the teacher's own.
pub fn all_rules(index: &Index, language: Language) -> Vec<(String, Rules)> {
    let shipped = PRESETS
        .iter()
        .map(|preset| (preset.key.to_owned(), preset.rules(language)));
    let own = index
        .of_kind::<Rules>()
        .map(|(id, rules)| (id.to_string(), rules.clone()));
    shipped.chain(own).collect()
}

/// The text as it leaves. `None` if there is no such document or version.
///
/// The signed and the anonymous rendering come from the same words; only in the second are names
/// [masked](crate::anonymity) wherever they stand, the file's name included.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::{ExportOptions, finish};
/// use luoxuan::record::{PROFILE, Passage, Profile};
/// use luoxuan::{Author, Content, DeviceId, Document, Journal, Timestamp, RecordId, Index};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let profile = Profile { name: "林小满".into(), school: "青禾小学".into(), ..Profile::default() };
/// journal.write(PROFILE, Content::of(&profile), author);
/// let id = RecordId::from_bytes([2; 16]);
/// let mut document = Document { title: "三步做法".into(), ..Document::default() };
/// document.pull("origin", 0, Passage { text: "青禾小学三年级的习作。".into(), ..Passage::default() });
/// journal.write(id, Content::of(&document), author);
///
/// let index = Index::of(&journal);
/// let signed = finish(&index, id, &ExportOptions::default(), Language::ZhHans).expect("it is there");
/// assert!(signed.manuscript.plain(Language::ZhHans).contains("林小满"));
/// let wish = ExportOptions { anonymous: true, ..ExportOptions::default() };
/// let hidden = finish(&index, id, &wish, Language::ZhHans).expect("it is there");
/// let text = hidden.manuscript.plain(Language::ZhHans);
/// assert!(!text.contains("林小满") && !text.contains("青禾"), "{text}");
/// ```
pub fn finish(index: &Index, document: RecordId, wish: &ExportOptions, language: Language) -> Option<ExportedText> {
    let (document, template) = match wish.version {
        Some(version) => {
            let version = index.read::<Version>(version)?;
            (version.document(), version.template())
        }
        None => {
            let document = index.document(document)?.clone();
            let template = template_of(&document, index, language);
            (document, template)
        }
    };
    let (document, template) = match split_loose_leaf(&document, &template) {
        Some([_, leaf]) if wish.loose_leaf => leaf,
        Some([named, _]) => named,
        None => (document, template),
    };
    let mut rules = rules_of(&document.rules, index, language);
    if wish.anonymous {
        rules.anonymity = Anonymity::Everything;
    }
    let profile = index.profile();
    let fields = Fields {
        title: document.title.trim(),
        name: profile.name.trim(),
        school: profile.school.trim(),
        subject: profile.subject.trim(),
        text_type: document.text_type.label().in_(language),
    };
    let said = Said {
        document: &document,
        template: &template,
        language,
    };
    let signed = said.manuscript(profile, &rules, &fields);
    let names = names_of(index, &document.spirals);
    let manuscript = if wish.anonymous {
        let mut withheld = signed;
        withheld.withhold(&private_pictures(index), language);
        anonymous(&withheld, &names, language)
    } else {
        signed
    };
    let mut file_name = file_name(&manuscript, &rules, &fields);
    if wish.anonymous {
        file_name = names.mask(&file_name, language);
    }
    Some(ExportedText {
        empty: empty_sections(&document, &template),
        file_name,
        manuscript,
        rules,
        names,
    })
}

/// What the file is called by these rules, without an ending.
fn file_name(manuscript: &Manuscript, rules: &Rules, fields: &Fields<'_>) -> String {
    // A title of a word or two may be all that names are masked in.
    let title = if manuscript.title.is_empty() {
        fields.text_type
    } else {
        &manuscript.title
    };
    let name = Fields { title, ..*fields }.file_name(rules, "");
    name.trim_end_matches('.').to_owned()
}

/// The headings of sections in which nothing is printed.
fn empty_sections(document: &Document, template: &Template) -> Vec<String> {
    let says = |name: &str| {
        let mut passages = document.section(name).iter();
        passages.any(|passage| !printed(&passage.text).trim().is_empty() || passage.text.contains("!["))
            || name == REFERENCES && !document.references.is_empty()
    };
    let may_be_empty = |name: &str| {
        form(document.text_type)
            .section(name)
            .is_some_and(|section| section.optional)
    };
    let sections = template.sections.iter();
    let empty = sections.filter(|section| !says(&section.name) && !may_be_empty(&section.name));
    empty.map(|section| section.heading.clone()).collect()
}

/// Everything an anonymous text must not tell: what the profile and the teacher's list say, who wrote into the journal, and whom it
/// calls by name: in the captions and words of evidence anywhere, and in the entries the text rests on.
fn names_of(index: &Index, spirals: &[RecordId]) -> Names {
    let mut names = Names::of(index.profile(), &[], &index.settings().hidden_words);
    for author in index.authors() {
        names.author(&author);
    }
    for (_, evidence) in index.of_kind::<Evidence>() {
        names.hear(&evidence.caption);
        names.hear(&evidence.text);
    }
    for (_, entry) in spirals.iter().flat_map(|spiral| index.in_spiral::<Entry>(*spiral)) {
        entry.words().for_each(|text| names.hear(text));
    }
    names
}

/// The pictures that show a pupil who can be recognised, or that are for the teacher's eyes: by the privacy of the evidence
/// they belong to, and of the entries that rest on it.
fn private_pictures(index: &Index) -> BTreeSet<BlobId> {
    let private = index
        .of_kind::<Evidence>()
        .filter(|(_, evidence)| evidence.privacy.max(shown_in(index, &evidence.entries)).is_held_back());
    let pictures = private.flat_map(|(_, evidence)| evidence.pictures().map(|picture| picture.id));
    pictures.collect()
}

fn byline(profile: &Profile) -> Byline {
    let unit = Some(profile.school.trim()).filter(|school| !school.is_empty());
    Byline {
        name: profile.name.trim().into(),
        unit: unit.map(str::to_owned).into_iter().collect(),
    }
}

/// What a document says of itself.
struct Said<'d> {
    document: &'d Document,
    template: &'d Template,
    language: Language,
}

impl Said<'_> {
    /// The text as it stands on paper, signed where the rules ask for a name.
    fn manuscript(&self, profile: &Profile, rules: &Rules, fields: &Fields<'_>) -> Manuscript {
        let parts = Parts {
            byline: if rules.byline {
                byline(profile)
            } else {
                Byline::default()
            },
            references: self.references(rules),
            corner: fields.fill(&rules.corner),
            header: fields.fill(&rules.header),
        };
        let mut manuscript = Manuscript::of(self.document, &self.sections(), parts);
        manuscript.blocks.splice(0..0, self.head());
        manuscript
    }

    fn sections(&self) -> Vec<(String, String)> {
        let all = sections_of(self.document, self.template, self.language).into_iter();
        // What stands there goes into the list of references.
        let all = all.filter(|(name, ..)| *name != REFERENCES);
        all.map(|(name, heading, _)| (name.to_owned(), heading.to_owned()))
            .collect()
    }

    /// The values in the head of the text, a line each after its label, in the form's order.
    fn head(&self) -> Vec<PlacedBlock> {
        let colon = mark(ManuscriptLabel::Colon).in_(self.language);
        let lines = self.template.header.iter().filter_map(|field| {
            let value = self.document.fields.get(&field.name)?.trim();
            let label = Inline::Text(
                format!("{}{colon}", field.label),
                TextStyle {
                    bold: true,
                    ..TextStyle::default()
                },
            );
            let value = Inline::Text(value.to_owned(), TextStyle::default());
            (!matches!(&value, Inline::Text(text, _) if text.is_empty())).then(|| PlacedBlock {
                section: String::new(),
                passage: None,
                block: Block::Paragraph(vec![label, value]),
            })
        });
        lines.collect()
    }

    fn references(&self, rules: &Rules) -> Vec<String> {
        let all = self.document.references.iter().enumerate();
        let lines = all.map(|(at, reference)| {
            let line = cite(reference, at + 1, rules.citation);
            // The layout gives the number.
            line.strip_prefix(&format!("[{}] ", at + 1)).unwrap_or(&line).to_owned()
        });
        let typed = self
            .document
            .section(REFERENCES)
            .iter()
            .map(|passage| plain(&passage.text));
        let typed: Vec<_> = typed.collect();
        let typed = typed
            .iter()
            .flat_map(|text| text.lines())
            .map(str::trim)
            .filter(|line| !line.is_empty());
        lines.chain(typed.map(|line| without_number(line).to_owned())).collect()
    }
}

/// A reference without the number somebody typed before it: the layout gives its own.
fn without_number(line: &str) -> &str {
    let numbered = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match numbered {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::form;
    use crate::record::{Passage, Reference};

    #[test]
    fn references_of_both_kinds_stand_in_one_list() {
        let mut document = Document::default();
        document.references.push(Reference {
            title: "课堂里的小问题".into(),
            ..Reference::default()
        });
        let typed = Passage {
            text: "[7] 林某. 起步习作[J].\n\n《情境教学》第三章".into(),
            ..Passage::default()
        };
        document.pull(REFERENCES, 0, typed);
        let template = form(document.text_type).template(Language::ZhHans);
        let said = Said {
            document: &document,
            template: &template,
            language: Language::ZhHans,
        };
        let lines = said.references(&Rules::default());
        assert_eq!(lines[1..], ["林某. 起步习作[J].", "《情境教学》第三章"]);
        assert!(lines[0].starts_with("课堂里的小问题"), "{lines:?}");
        assert!(said.sections().iter().all(|(name, _)| name != REFERENCES));
    }

    #[test]
    fn a_section_in_which_nothing_stands_is_named() {
        let mut document = Document::default();
        let passage = |text: &str| Passage {
            text: text.into(),
            ..Passage::default()
        };
        document.pull("origin", 0, passage("平均96字。"));
        document.pull("moves", 0, passage("![观察单](b3:a)"));
        document.pull("effects", 0, passage(" \n"));
        document.references.push(Reference::default());
        let template = form(document.text_type).template(Language::ZhHans);
        assert_eq!(
            empty_sections(&document, &template),
            ["实践成效", "经验体会", "问题与展望"]
        );
    }
}
