//! Evidence: pictures become figures that the words name; the rest is told.

use super::{Composer, Draft, Paragraph, closed, is_open, join};
use crate::catalog::{Language, Pick, Telling};
use crate::draft::sources::source;
use crate::id::RecordId;
use crate::record::{Evidence, EvidenceKind, Passage};

impl Composer<'_, '_> {
    /// Evidence of these kinds: what has words is told turn by turn, what is a picture and was not shown yet is shown.
    pub(super) fn evidence(&mut self, pick: Pick, kinds: &[EvidenceKind], draft: &mut Draft) {
        let english = self.style.language == Language::En;
        let picked = self.desk.material.picked_evidence(pick, kinds, self.desk.turning);
        let mut paragraph = Paragraph::default();
        for (id, evidence) in picked {
            if !is_open(evidence.privacy.max(self.desk.shown_in(&evidence.entries))) || self.shown.contains(&id) {
                continue;
            }
            let on = self.desk.material.day_of(evidence);
            if let Some(figure) = self.show(id, evidence, draft) {
                let caption = evidence.caption.trim().trim_end_matches(['。', '.']);
                let said = self.fill(Telling::FigureAlone, &[("said", &caption), ("n", &figure)]);
                paragraph.text = join(&paragraph.text, &said, english);
                paragraph.sources.extend(source(self.desk.journal, id, "caption"));
                continue;
            }
            let said = draft.told.without_repeated(&self.dated(&self.desk.said(evidence), on));
            let Some(source) = source(self.desk.journal, id, "").filter(|_| !said.trim().is_empty()) else {
                continue;
            };
            draft.told.add(&said);
            let said = match on {
                Some(day) if !said.contains(&self.style.say(day)) => {
                    self.fill(Telling::OnDay, &[("day", &self.style.say(day)), ("said", &said)])
                }
                _ => said,
            };
            paragraph.text = join(&paragraph.text, &closed(&said, english), english);
            paragraph.sources.push(source);
        }
        draft.passages.extend(paragraph.passage());
    }

    /// What was used besides, in one sentence.
    pub(super) fn materials(&self, kinds: &[EvidenceKind], draft: &mut Draft) {
        let english = self.style.language == Language::En;
        let mut list: Vec<String> = Vec::new();
        let mut sources = Vec::new();
        for (id, evidence) in self.desk.material.picked_evidence(Pick::All, kinds, self.desk.turning) {
            let caption = evidence.caption.trim().trim_end_matches(['。', '.']);
            if !is_open(evidence.privacy.max(self.desk.shown_in(&evidence.entries))) || caption.is_empty() {
                continue;
            }
            sources.extend(source(self.desk.journal, id, "caption"));
            if !list.iter().any(|said| said == caption) {
                list.push(caption.to_owned());
            }
        }
        if list.is_empty() {
            return;
        }
        let list = list.join(if english { "; " } else { "；" });
        let paragraph = Paragraph {
            text: self.fill(Telling::Materials, &[("list", &list)]),
            sources,
        };
        draft.passages.extend(paragraph.passage());
    }

    /// The pictures that stand under an entry, shown from now on; their numbers.
    pub(super) fn pictures_of(&mut self, entry: RecordId, draft: &mut Draft) -> Vec<usize> {
        let below = self.desk.material.evidence.clone();
        let mut shown = Vec::new();
        for (id, evidence) in below {
            let open = is_open(evidence.privacy.max(self.desk.shown_in(&evidence.entries)));
            if open && evidence.entries.contains(&entry) && !self.shown.contains(&id) {
                shown.extend(self.show(id, evidence, draft));
            }
        }
        shown
    }

    /// Shows a picture and says its number; `None` if there is none.
    fn show(&mut self, id: RecordId, evidence: &Evidence, draft: &mut Draft) -> Option<usize> {
        let blob = evidence.blob.as_ref()?;
        self.figures += 1;
        self.shown.insert(id);
        let caption = evidence.caption.trim().replace(['[', ']', '\n'], " ");
        draft.figures.push(Passage {
            text: format!("![{caption}](luoxuan:{})", blob.id),
            sources: source(self.desk.journal, id, "caption").into_iter().collect(),
            ..Passage::default()
        });
        Some(self.figures)
    }
}
