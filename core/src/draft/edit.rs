//! Writing on a document without losing where its words come from.
//!
//! Only [`Document::remove`] drops a source, and it hands the passage back; [`Document::put_aside`] keeps it.

use crate::record::{Document, Passage, Source};
use crate::text::sentences;

impl Document {
    /// Puts a passage into a section, before the one at `at` or at the end.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 9, Passage { text: "后学修改。".into(), ..Passage::default() });
    /// document.pull("moves", 0, Passage { text: "先有材料。".into(), ..Passage::default() });
    /// assert_eq!(document.section("moves")[0].text, "先有材料。");
    /// ```
    pub fn pull(&mut self, section: &str, at: usize, passage: Passage) {
        let passages = self.sections.entry(section.into()).or_default();
        passages.insert(at.min(passages.len()), passage);
    }

    /// Gives a passage another text; its sources stay. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage::default());
    /// assert!(document.rewrite("moves", 0, "再定焦点。"));
    /// assert!(!document.rewrite("moves", 1, ""));
    /// ```
    pub fn rewrite(&mut self, section: &str, at: usize, text: &str) -> bool {
        let passage = self.passage_mut(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            text.clone_into(&mut passage.text);
        }
        found
    }

    /// Cuts a passage in two after so many bytes of its text; both keep its sources. Says whether that could be done:
    /// not inside a character.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage { text: "先观察。再写。".into(), ..Passage::default() });
    /// assert!(document.split("moves", 0, "先观察。".len()));
    /// assert_eq!(document.section("moves")[1].text, "再写。");
    /// assert!(!document.split("moves", 0, 1), "inside a character");
    /// ```
    pub fn split(&mut self, section: &str, at: usize, bytes: usize) -> bool {
        let Some(passage) = self.passage_mut(section, at) else {
            return false;
        };
        let Some((head, tail)) = passage.text.split_at_checked(bytes) else {
            return false;
        };
        let after = Passage {
            text: tail.into(),
            ..passage.clone()
        };
        passage.text = head.into();
        self.pull(section, at + 1, after);
        true
    }

    /// Joins a passage with the one after it; it then has the sources of both. Says whether that could be done: not
    /// where a field this version does not know says two different things, nor where a text cannot be read.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// for text in ["先观察。", "再写。"] {
    ///     document.pull("moves", 9, Passage { text: text.into(), ..Passage::default() });
    /// }
    /// assert!(document.join("moves", 0));
    /// assert_eq!(document.section("moves")[0].text, "先观察。再写。");
    /// ```
    pub fn join(&mut self, section: &str, at: usize) -> bool {
        let [first, second, ..] = self.section(section).get(at..).unwrap_or_default() else {
            return false;
        };
        let agree = |(name, value)| first.other.get(name).is_none_or(|known| known == value);
        let unread = |passage: &Passage| passage.other.contains_key("text");
        if unread(first) || unread(second) || !second.other.iter().all(agree) {
            return false;
        }
        let Some(second) = self.remove(section, at + 1) else {
            return false;
        };
        if let Some(first) = self.passage_mut(section, at) {
            first.text.push_str(&second.text);
            for source in second.sources {
                if !first.sources.contains(&source) {
                    first.sources.push(source);
                }
            }
            first.wants_evidence |= second.wants_evidence;
            first.other.extend(second.other);
        }
        true
    }

    /// Takes a passage to another place, in the same section or another. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage { text: "有焦点的22人。".into(), ..Passage::default() });
    /// assert!(document.carry("moves", 0, "effects", 0));
    /// assert_eq!(document.section("effects")[0].text, "有焦点的22人。");
    /// ```
    pub fn carry(&mut self, section: &str, at: usize, to: &str, place: usize) -> bool {
        let passage = self.remove(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            self.pull(to, place, passage);
        }
        found
    }

    /// Takes a passage out, with its sources, so that it can be put back.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage::default());
    /// let taken = document.remove("moves", 0).expect("it is there");
    /// assert_eq!(document, Document::default());
    /// document.pull("moves", 0, taken);
    /// ```
    pub fn remove(&mut self, section: &str, at: usize) -> Option<Passage> {
        let passages = self.sections.get_mut(section)?;
        let taken = (at < passages.len()).then(|| passages.remove(at));
        // A section without a passage and one never begun are the same.
        if passages.is_empty() {
            self.sections.remove(section);
        }
        taken
    }

    /// Takes a passage out of the text and keeps it beside it, with its sources. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage { text: "先有材料。".into(), ..Passage::default() });
    /// assert!(document.put_aside("moves", 0));
    /// assert_eq!((document.section("moves").len(), document.aside["moves"][0].text.as_str()), (0, "先有材料。"));
    /// assert!(document.take_back("moves", 0));
    /// assert_eq!((document.section("moves")[0].text.as_str(), document.aside.len()), ("先有材料。", 0));
    /// ```
    pub fn put_aside(&mut self, section: &str, at: usize) -> bool {
        let taken = self.remove(section, at);
        let found = taken.is_some();
        if let Some(taken) = taken {
            self.aside.entry(section.into()).or_default().push(taken);
        }
        found
    }

    /// Puts a passage that was kept aside back, at the end of the section it stood in. Says whether there is such a
    /// passage.
    pub fn take_back(&mut self, section: &str, at: usize) -> bool {
        let Some(aside) = self.aside.get_mut(section) else {
            return false;
        };
        let taken = (at < aside.len()).then(|| aside.remove(at));
        if aside.is_empty() {
            self.aside.remove(section);
        }
        let found = taken.is_some();
        if let Some(taken) = taken {
            self.pull(section, usize::MAX, taken);
        }
        found
    }

    /// Marks a passage as needing something to rest on, or takes the mark away. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("effects", 0, Passage { text: "全班都有进步。".into(), ..Passage::default() });
    /// assert!(document.want_evidence("effects", 0, true));
    /// assert!(document.section("effects")[0].wants_evidence);
    /// ```
    pub fn want_evidence(&mut self, section: &str, at: usize, wants: bool) -> bool {
        let passage = self.passage_mut(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            passage.wants_evidence = wants;
        }
        found
    }

    /// Takes a source as it is now. With `words`, which is what it would be pulled as today, the passage says that too:
    /// in place of what was pulled, or of the sentences of it that have changed, if those still stand there, or else after
    /// what the writer has made of it. `told` says words as a draft tells them, by their day: a passage that was composed has
    /// them so. Says whether there is such a source.
    ///
    /// ```
    /// use luoxuan::record::{Passage, Source};
    /// use luoxuan::{Document, RecordId, RevisionId};
    /// let source = |says: &str| Source {
    ///     record: RecordId::from_bytes([1; 16]),
    ///     revision: RevisionId::of(says.as_bytes()),
    ///     part: String::new(),
    ///     snapshot: says.into(),
    ///     other: serde_json::Map::new(),
    /// };
    /// let mut document = Document::default();
    /// let pulled = Passage { text: "可见，有6人。".into(), sources: vec![source("有6人。")], ..Passage::default() };
    /// document.pull("effects", 0, pulled);
    /// assert!(document.take_anew("effects", 0, source("有7人。"), Some("有7人。"), &str::to_owned));
    /// assert_eq!(document.section("effects")[0].text, "可见，有7人。");
    /// assert_eq!(document.section("effects")[0].sources[0].snapshot, "有7人。");
    /// ```
    pub fn take_anew(
        &mut self,
        section: &str,
        at: usize,
        now: Source,
        words: Option<&str>,
        told: &dyn Fn(&str) -> String,
    ) -> bool {
        let Some(passage) = self.passage_mut(section, at) else {
            return false;
        };
        let same = |source: &&mut Source| source.record == now.record && source.part == now.part;
        let Some(source) = passage.sources.iter_mut().find(same) else {
            return false;
        };
        if let Some(words) = words {
            passage.text = anew(&passage.text, &source.snapshot, words, told);
        }
        source.revision = now.revision;
        source.snapshot = now.snapshot;
        true
    }

    fn passage_mut(&mut self, section: &str, at: usize) -> Option<&mut Passage> {
        self.sections.get_mut(section)?.get_mut(at)
    }
}

/// A text with what has become of one wording.
fn anew(text: &str, before: &str, now: &str, told: &dyn Fn(&str) -> String) -> String {
    let stands = !before.is_empty() && text.contains(before);
    let dated = || replaced(text, &told(before), &told(now));
    let found = if stands { None } else { dated() };
    found
        .or_else(|| replaced(text, before, now))
        .unwrap_or_else(|| format!("{}\n\n{}", text.trim_end(), told(now)))
}

/// A text in which one wording stands, with another in its place; `None` if it does not stand there.
///
/// A composed paragraph has its first words dated and others beside it, so the whole of what was pulled may not stand there
/// any more. Then the sentences that changed are looked for, or the one they were written behind or before.
fn replaced(text: &str, before: &str, now: &str) -> Option<String> {
    if !before.is_empty() && text.contains(before) {
        return Some(text.replacen(before, now, 1));
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (sentences(before).collect(), sentences(now).collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(old, new)| old == new)
        .count();
    let (gone, come) = (
        old[head..old.len() - tail].concat(),
        new[head..new.len() - tail].concat(),
    );
    if !gone.trim().is_empty() {
        return text
            .contains(gone.trim())
            .then(|| text.replacen(gone.trim(), come.trim(), 1));
    }
    let behind = head.checked_sub(1).and_then(|at| standing(text, old.get(at)?));
    let ahead = old.get(head).and_then(|sentence| standing(text, sentence));
    match (behind, ahead) {
        (Some(behind), _) => Some(text.replacen(behind, &format!("{behind}{come}"), 1)),
        (None, Some(ahead)) => Some(text.replacen(ahead, &format!("{come}{ahead}"), 1)),
        (None, None) => None,
    }
}

/// A sentence, if it stands in a text.
fn standing<'s>(text: &str, sentence: &'s str) -> Option<&'s str> {
    Some(sentence.trim()).filter(|sentence| !sentence.is_empty() && text.contains(sentence))
}

#[cfg(test)]
mod tests {
    use super::{anew, replaced};

    #[test]
    fn words_that_were_told_by_their_day_are_replaced_by_such() {
        let told = |words: &str| words.replace("今天", "9月8日");
        let before = "今天收上来40本。只有12本写了数。";
        for (text, now, right) in [
            (
                "9月8日收上来40本。只有12本写了数。",
                "今天收上来41本。只有12本写了数。",
                "9月8日收上来41本。只有12本写了数。",
            ),
            (
                "9月8日收上来40本。只有12本写了数。",
                "今天收上来40本。今天只有13本写了数。",
                "9月8日收上来40本。9月8日只有13本写了数。",
            ),
            // As it was written, it stays so.
            (
                before,
                "今天收上来41本。只有12本写了数。",
                "今天收上来41本。只有12本写了数。",
            ),
            ("都不一样了。", "今天收上来41本。", "都不一样了。\n\n9月8日收上来41本。"),
        ] {
            assert_eq!(anew(text, before, now, &told), right);
        }
    }

    #[test]
    fn what_changed_is_replaced_where_it_stands() {
        let text = "9月8日做“水的蒸发”，收上来40本。只有12本写了数。我那时的解释是：先讲了结论。";
        let before = "今天做“水的蒸发”，收上来40本。只有12本写了数。";
        for (now, right) in [
            (
                "今天做“水的蒸发”，收上来40本。只有13本写了数。",
                Some("9月8日做“水的蒸发”，收上来40本。只有13本写了数。我那时的解释是：先讲了结论。"),
            ),
            (
                "今天做“水的蒸发”，收上来40本。只有12本写了数。没有人画图。",
                Some("9月8日做“水的蒸发”，收上来40本。只有12本写了数。没有人画图。我那时的解释是：先讲了结论。"),
            ),
            ("昨天做“水的蒸发”，收上来40本。只有12本写了数。", None),
        ] {
            assert_eq!(replaced(text, before, now).as_deref(), right);
        }
    }
}
