//! The pictures a draft leaves out because of who may see them, and putting one in.

use super::assemble::{AssemblyContext, Suggestion};
use super::numbering::{keeping_numbers, numbered, numbers, shown_by};
use super::scope::Scope;
use super::take::{naming, take};
use crate::catalog::{Language, form};
use crate::id::{BlobId, RecordId};
use crate::index::Index;
use crate::journal::Journal;
use crate::manuscript::is_attached;
use crate::record::{Document, Evidence, Passage, Privacy, Source, Template};
use crate::time::Date;

/// Evidence whose pictures a text does not show, because they are not for others to see.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HeldBack {
    /// The evidence.
    pub evidence: RecordId,
    /// What would stand below its pictures.
    pub caption: String,
    /// The day it is from.
    pub day: Option<Date>,
    /// Its pictures.
    pub pictures: Vec<BlobId>,
    /// Who may see it: what it says itself, or the entries it stands under.
    pub privacy: Privacy,
}

impl HeldBack {
    /// Whether its own mark alone holds it back, and one word of the teacher opens it. What shows a pupil who can be
    /// recognised must be dealt with first, and what stands under an entry for the teacher's eyes stays with that.
    pub fn opens(&self, index: &Index) -> bool {
        let evidence = index.evidence(self.evidence);
        evidence.is_some_and(|evidence| {
            let under = super::assemble::shown_in(index, &evidence.entries);
            self.privacy == Privacy::Own && !under.is_held_back()
        })
    }
}

/// The pictures of the turns a text tells of that it leaves out because they are held back, in order of their days.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::{held_back, skeleton};
/// use luoxuan::record::{BlobRef, Privacy};
/// use luoxuan::{Author, BlobId, Content, DeviceId, Document, Evidence, Index, Journal, RecordId, Timestamp};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let (spiral, id) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([2; 16]));
/// let blob = BlobRef {
///     id: BlobId::of(b"1"),
///     media: "image/jpeg".into(),
///     size: 1,
///     width: 4,
///     height: 3,
///     other: serde_json::Map::new(),
/// };
/// let evidence = Evidence {
///     spiral: Some(spiral),
///     caption: "第一次的纸条".into(),
///     privacy: Privacy::Own,
///     blob: Some(blob),
///     ..Evidence::default()
/// };
/// journal.write(id, Content::of(&evidence), author);
/// let document = Document { spirals: vec![spiral], ..Document::default() };
/// let held = held_back(&document, &Index::of(&journal), &journal, Language::ZhHans);
/// assert_eq!((held[0].evidence, held[0].caption.as_str()), (id, "第一次的纸条"));
/// ```
pub fn held_back(document: &Document, index: &Index, journal: &Journal, language: Language) -> Vec<HeldBack> {
    let mut held: Vec<HeldBack> = Vec::new();
    for spiral in &document.spirals {
        let context = context(document, index, journal, *spiral, language);
        for (id, evidence) in &context.material.evidence {
            let privacy = evidence.privacy.max(context.shown_in(&evidence.entries));
            let is_new = held.iter().all(|one| one.evidence != *id);
            if is_new && privacy.is_held_back() && evidence.blob.is_some() && !shows(document, evidence) {
                held.push(HeldBack {
                    evidence: *id,
                    caption: context.caption(evidence),
                    day: context.material.day_of(evidence),
                    pictures: evidence.pictures().map(|picture| picture.id).collect(),
                    privacy,
                });
            }
        }
    }
    held.sort_by_key(|one| one.day);
    held
}

/// Puts the pictures of evidence into a text as one figure: behind the paragraph that tells what its entry says, which
/// names it, or else where the form has evidence of its kind. The place of the figure; `None` if there is nothing to show.
pub fn put_in(
    document: &mut Document,
    template: &Template,
    (index, journal): (&Index, &Journal),
    id: RecordId,
    language: Language,
) -> Option<(String, usize)> {
    let evidence = index.evidence(id)?;
    let spiral = evidence.spiral.or_else(|| document.spirals.first().copied())?;
    let context = context(document, index, journal, spiral, language);
    let figure = context.figure(id, evidence)?;
    if let Some((section, at)) = told_in(document, template, &evidence.entries) {
        let behind = behind(document.section(&section), at, index, &evidence.entries);
        keeping_numbers(document, template, |document| document.pull(&section, behind, figure));
        let all = numbered(document, template);
        let here: Vec<_> = numbers(&all)
            .filter(|(_, one)| one.section == section && one.passage == behind)
            .collect();
        let text = document.section(&section).get(at)?.text.clone();
        document.rewrite(&section, at, &naming(&text, &here, language));
        return Some((section, behind));
    }
    let offers = form(document.text_type).sections.iter().flat_map(|section| {
        let offers = section.feeds.iter().flat_map(|feed| context.feed(feed));
        offers.map(|offer| (section.name, offer))
    });
    let is_it = |offer: &Suggestion| offer.passage.sources.iter().any(|source| source.record == id);
    let found = offers
        .filter(|(section, _)| template.section(section).is_some())
        .find(|(_, offer)| is_it(offer));
    let (section, offer) = match found {
        Some((section, offer)) => (section.to_owned(), offer),
        None => {
            let offer = Suggestion {
                passage: figure,
                figure: None,
                day: None,
                known: None,
                privacy: Privacy::Public,
            };
            (first_own(template)?, offer)
        }
    };
    take(document, template, (&section, usize::MAX), &offer, language);
    let last = document.section(&section).len().checked_sub(1)?;
    Some((section, last))
}

/// Takes the figures of this evidence out of a text again; what names them says that they are gone.
pub fn take_out(document: &mut Document, template: &Template, evidence: &[RecordId]) {
    keeping_numbers(document, template, |document| {
        for passages in document.sections.values_mut() {
            passages.retain(|passage| {
                let is_of = |source: &Source| evidence.contains(&source.record);
                let nothing_else = !passage.sources.is_empty() && passage.sources.iter().all(is_of);
                !nothing_else || shown_by(passage).is_empty()
            });
        }
        document.sections.retain(|_, passages| !passages.is_empty());
    });
}

fn context<'s>(
    document: &Document,
    index: &'s Index,
    journal: &'s Journal,
    spiral: RecordId,
    language: Language,
) -> AssemblyContext<'s> {
    AssemblyContext::of(
        index,
        journal,
        spiral,
        form(document.text_type),
        Scope::of(document),
        language,
    )
}

/// Whether a text shows one of the pictures of this evidence, in its passages or among those put aside.
fn shows(document: &Document, evidence: &Evidence) -> bool {
    let texts = document.passages().map(|(.., passage)| passage);
    let aside = document.aside.values().flatten();
    let mut texts = texts.chain(aside).map(|passage| passage.text.as_str());
    texts.any(|text| {
        evidence
            .pictures()
            .any(|picture| text.contains(&format!("luoxuan:{}", picture.id)))
    })
}

/// The first paragraph, in the order of print, that tells what one of these entries says.
fn told_in(document: &Document, template: &Template, entries: &[RecordId]) -> Option<(String, usize)> {
    let tells = |passage: &Passage| {
        let mut sources = passage.sources.iter();
        let is_prose = !passage.text.trim().is_empty() && !passage.text.starts_with(['#', '|']);
        is_prose && sources.any(|source| entries.contains(&source.record)) && shown_by(passage).is_empty()
    };
    template.sections.iter().find_map(|section| {
        let at = document.section(&section.name).iter().position(tells)?;
        Some((section.name.clone(), at))
    })
}

/// The place behind a paragraph and the figures that stand behind it for the sake of the same entries.
fn behind(passages: &[Passage], at: usize, index: &Index, entries: &[RecordId]) -> usize {
    let belongs = |passage: &Passage| {
        let mut sources = passage
            .sources
            .iter()
            .filter_map(|source| index.evidence(source.record));
        !shown_by(passage).is_empty()
            && sources.any(|evidence| evidence.entries.iter().any(|entry| entries.contains(entry)))
    };
    let rest = passages.get(at + 1..).unwrap_or_default();
    at + 1 + rest.iter().take_while(|passage| belongs(passage)).count()
}

/// The first section that is part of the text itself.
fn first_own(template: &Template) -> Option<String> {
    let mut sections = template.sections.iter();
    let own = sections
        .find(|section| section.name != super::sections::REFERENCES && !is_attached(&section.name, &section.heading));
    own.map(|section| section.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::skeleton;
    use crate::journal::Content;
    use crate::record::{BlobRef, Entry, EvidenceKind, Phase, Record, TextType};
    use crate::{Author, DeviceId, Timestamp};

    const SPIRAL: RecordId = id(1);

    const fn id(number: u8) -> RecordId {
        RecordId::from_bytes([number; 16])
    }

    fn write<R: Record>(journal: &mut Journal, id: RecordId, record: &R) {
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(0, 480),
        };
        journal.write(id, Content::of(record), author);
    }

    fn entry(phase: Phase, body: &str, privacy: Privacy) -> Entry {
        Entry {
            spiral: Some(SPIRAL),
            phase,
            body: body.into(),
            privacy,
            ..Entry::default()
        }
    }

    fn photo(entry: u8, caption: &str, privacy: Privacy) -> Evidence {
        Evidence {
            spiral: Some(SPIRAL),
            entries: vec![id(entry)],
            sort: EvidenceKind::Photo,
            caption: caption.into(),
            blob: Some(BlobRef {
                id: BlobId::of(caption.as_bytes()),
                media: "image/jpeg".into(),
                size: 1,
                width: 4,
                height: 3,
                other: serde_json::Map::new(),
            }),
            privacy,
            ..Evidence::default()
        }
    }

    /// A spiral with a picture of each kind, and a draft of it.
    fn draft() -> (Journal, Document) {
        let mut journal = Journal::new();
        write(
            &mut journal,
            id(2),
            &entry(Phase::Problem, "平均只写了96字。", Privacy::Public),
        );
        write(
            &mut journal,
            id(3),
            &entry(Phase::Action, "发慢镜头纸条。", Privacy::Public),
        );
        write(&mut journal, id(4), &entry(Phase::Reflection, "我急了。", Privacy::Own));
        write(&mut journal, id(5), &photo(3, "纸条", Privacy::Own));
        write(&mut journal, id(6), &photo(3, "课堂", Privacy::Identifiable));
        write(&mut journal, id(7), &photo(3, "板书", Privacy::Public));
        write(&mut journal, id(8), &photo(4, "草稿", Privacy::Own));
        let form = form(TextType::Experience);
        let document = skeleton(&Index::of(&journal), &journal, SPIRAL, form, Language::ZhHans);
        (journal, document)
    }

    #[test]
    fn what_is_left_out_is_named_with_what_opens_it() {
        let (journal, document) = draft();
        let index = Index::of(&journal);
        let held = held_back(&document, &index, &journal, Language::ZhHans);
        let said = held
            .iter()
            .map(|one| (one.caption.as_str(), one.privacy, one.opens(&index)));
        let mut said: Vec<_> = said.collect();
        said.sort_unstable();
        assert_eq!(
            said,
            [
                ("纸条", Privacy::Own, true),
                ("草稿", Privacy::Own, false),
                ("课堂", Privacy::Identifiable, false)
            ]
        );
    }

    #[test]
    fn a_picture_put_in_stands_behind_the_words_of_its_entry_which_name_it() {
        let (journal, mut document) = draft();
        let index = Index::of(&journal);
        let template = form(TextType::Experience).template(Language::ZhHans);
        let place = put_in(&mut document, &template, (&index, &journal), id(5), Language::ZhHans);
        let (section, at) = place.expect("there is a picture");
        let texts: Vec<_> = document.section(&section).iter().map(|one| one.text.clone()).collect();
        let shown = |caption: &str| format!("![{caption}](luoxuan:{})", BlobId::of(caption.as_bytes()));
        let from = at - 2;
        assert_eq!(
            texts[from..],
            [
                "发慢镜头纸条（见图1）（见图2）。".to_owned(),
                shown("板书"),
                shown("纸条")
            ]
        );
        let held = held_back(&document, &index, &journal, Language::ZhHans);
        assert!(held.iter().all(|one| one.evidence != id(5)), "it is in the text now");
    }

    #[test]
    fn a_picture_no_words_tell_of_goes_where_the_form_has_it() {
        let (journal, _) = draft();
        let index = Index::of(&journal);
        let mut document = Document {
            spirals: vec![SPIRAL],
            ..Document::default()
        };
        let template = form(TextType::Experience).template(Language::ZhHans);
        let (section, at) =
            put_in(&mut document, &template, (&index, &journal), id(5), Language::ZhHans).expect("a picture");
        let text = &document.section(&section)[at].text;
        assert!(text.starts_with("纸条见图1。\n\n![纸条]"), "{section}: {text}");
    }
}
