//! Evidence: pictures become figures that the words name; the rest is told.

use super::{Composer, Draft, Paragraph, closed, is_open, join};
use crate::catalog::{Language, Selection, words::telling};
use crate::draft::numbering::{Shown, see_alone};
use crate::draft::sources::source;
use crate::id::RecordId;
use crate::record::{Evidence, EvidenceKind};

impl Composer<'_, '_> {
    /// Evidence of these kinds: what has words is told turn by turn, what is a picture and was not shown yet is shown.
    pub(super) fn evidence(&mut self, pick: Selection, kinds: &[EvidenceKind], draft: &mut Draft) {
        let english = self.style.language == Language::En;
        let picked = self.context.material.picked_evidence(pick, kinds, self.context.turning);
        let mut paragraph = Paragraph::default();
        for (id, evidence) in picked {
            if !self.may_show(evidence) {
                continue;
            }
            if evidence.text.trim().is_empty() && evidence.blob.is_some() {
                // Nothing but a picture; one that an entry has shown is told by its words.
                if !self.shown.contains_key(&id)
                    && let Some((figure, caption)) = self.show(id, evidence, draft)
                {
                    let said = see_alone(&caption, Shown::Figure, figure, self.style.language);
                    paragraph.text = join(&paragraph.text, &said, english);
                    paragraph.sources.extend(source(self.context.journal, id, "caption"));
                }
                continue;
            }
            let on = self.context.material.day_of(evidence);
            // What it counts stands there already; its caption alone says nothing.
            let words = self.dated(evidence.text.trim(), on);
            let is_told = !words.is_empty() && draft.told.without_repeated(&words).is_empty();
            if is_told && evidence.blob.is_none() {
                continue;
            }
            let said = draft
                .told
                .without_repeated(&self.dated(&self.context.said(evidence), on));
            let Some(source) = source(self.context.journal, id, "").filter(|_| !said.trim().is_empty()) else {
                continue;
            };
            draft.told.add(&said);
            let said = match on {
                Some(day) if !said.contains(&self.style.say(day)) => {
                    self.fill(telling::ON_DAY, &[("day", &self.style.say(day)), ("said", &said)])
                }
                _ => said,
            };
            let mut said = closed(&said, english);
            let shown = self.shown.get(&id).copied();
            if let Some(figure) = shown.or_else(|| Some(self.show(id, evidence, draft)?.0)) {
                said = self.see(&said, figure);
            }
            paragraph.text = join(&paragraph.text, &said, english);
            paragraph.sources.push(source);
        }
        draft.tell(paragraph);
    }

    /// What was used besides, in one sentence.
    pub(super) fn materials(&self, kinds: &[EvidenceKind], draft: &mut Draft) {
        let english = self.style.language == Language::En;
        let mut list: Vec<String> = Vec::new();
        let mut sources = Vec::new();
        for (id, evidence) in self
            .context
            .material
            .picked_evidence(Selection::All, kinds, self.context.turning)
        {
            let caption = evidence.caption.trim().trim_end_matches(['。', '.']);
            if !is_open(evidence.privacy.max(self.context.shown_in(&evidence.entries))) || caption.is_empty() {
                continue;
            }
            sources.extend(source(self.context.journal, id, "caption"));
            if !list.iter().any(|said| said == caption) {
                list.push(caption.to_owned());
            }
        }
        if list.is_empty() {
            return;
        }
        let list = list.join(if english { "; " } else { "；" });
        let paragraph = Paragraph {
            text: self.fill(telling::MATERIALS, &[("list", &list)]),
            sources,
        };
        draft.tell(paragraph);
    }

    /// Has the words of an entry name the pictures that stand under it, and shows them behind.
    pub(super) fn illustrate(&mut self, entry: RecordId, paragraph: &mut Paragraph, draft: &mut Draft) {
        for (id, evidence) in self.context.material.evidence.clone() {
            let below = evidence.entries.contains(&entry) && self.may_show(evidence);
            if below
                && !self.shown.contains_key(&id)
                && let Some((figure, _)) = self.show(id, evidence, draft)
            {
                paragraph.text = self.see(&paragraph.text, figure);
            }
        }
    }

    fn may_show(&self, evidence: &Evidence) -> bool {
        is_open(evidence.privacy.max(self.context.shown_in(&evidence.entries)))
    }

    /// Shows the pictures of evidence behind the next paragraph; the number of the figure, and what it is called. `None`
    /// if there are none.
    fn show(&mut self, id: RecordId, evidence: &Evidence, draft: &mut Draft) -> Option<(usize, String)> {
        let figure = self.context.figure(id, evidence)?;
        let number = self.count(&figure);
        self.shown.insert(id, number);
        draft.figures.push(figure);
        let caption = self.context.caption(evidence);
        Some((number, caption.trim_end_matches(['。', '.']).to_owned()))
    }
}
