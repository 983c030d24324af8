//! One spiral, told from its first problem to where it stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Heading, Labelled, Language, called, field, fill, heading, in_order, key};
use crate::draft::{sections_of, template_of};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::record::{Document, Entry, Evidence, Measure, Outcome, Phase, Vehicle};
use crate::spiral::Turn;

/// One spiral as one readable file: its turns with everything written in them, its evidence and its
/// values. `None` if the index has no such spiral.
pub fn spiral(index: &Index, spiral: RecordId, language: Language) -> Option<String> {
    let it = index.spiral(spiral)?;
    let story = Story::of(index, index.evidence_in(spiral), language);
    let mut text = format!("# {}\n", it.title);
    story.head(spiral, &mut text);
    story.values(spiral, &mut text);
    for turn in index.turns(spiral) {
        story.turn(spiral, &turn, &mut text);
    }
    let entries: BTreeSet<_> = index.in_spiral::<Entry>(spiral).map(|(id, _)| id).collect();
    let loose = story
        .evidence
        .iter()
        .filter(|evidence| evidence.entries.iter().all(|id| !entries.contains(id)));
    let loose: Vec<_> = loose.copied().collect();
    if !loose.is_empty() {
        text.push_str(&format!("\n## {}\n", story.key("evidence")));
        story.rests_on(&loose, &mut text);
    }
    Some(text)
}

/// The title of what stands in no spiral.
pub(super) fn loose_title(language: Language) -> String {
    format!("# {}\n", heading(Heading::Loose).in_(language))
}

/// These entries, which stand in no spiral, with what rests on them and stands in none either.
pub(super) fn loose(
    index: &Index,
    entries: &[RecordId],
    in_none: impl Fn(Option<RecordId>) -> bool,
    language: Language,
) -> String {
    let evidence = index
        .of_kind::<Evidence>()
        .filter(|(_, evidence)| in_none(evidence.spiral));
    let story = Story::of(index, evidence, language);
    let mut text = String::new();
    for id in entries {
        if let Some(entry) = index.entry(*id) {
            story.entry(Some(*id), entry, &mut text);
        }
    }
    text
}

/// Evidence that rests on nothing told elsewhere, and values of no spiral: all that a index holds.
pub(super) fn loose_rest(index: &Index, language: Language) -> String {
    let story = Story::of(index, index.of_kind::<Evidence>(), language);
    let mut text = String::new();
    if !story.evidence.is_empty() {
        text.push_str(&format!("\n## {}\n", story.key("evidence")));
        story.rests_on(&story.evidence, &mut text);
    }
    story.measures(index.of_kind::<Measure>().map(|(_, measure)| measure), &mut text);
    text
}

/// A text of the teacher's, section by section, as it stands.
pub(super) fn document(index: &Index, document: &Document, language: Language) -> String {
    let template = template_of(document, index, language);
    let mut text = format!("# {}\n", document.title);
    let mut add = |part: &str| {
        if !part.trim().is_empty() {
            text.push_str(&format!("\n{}\n", part.trim_end()));
        }
    };
    add(&document.summary);
    for said in document.fields.values() {
        add(said);
    }
    for (_, heading, passages) in sections_of(document, &template, language) {
        if !passages.is_empty() {
            add(&format!("## {heading}"));
        }
        for passage in passages {
            add(&passage.text);
        }
    }
    text
}

/// The versions that stand beside those told elsewhere, because nobody has settled yet which of them holds. `None` if
/// there are none.
pub(super) fn beside(index: &Index, versions: &[&Content], language: Language) -> Option<String> {
    let story = Story::of(index, [], language);
    let mut text = format!("# {}\n", story.heading(Heading::Beside, &""));
    for content in versions {
        if let Some(entry) = content.read::<Entry>() {
            story.entry(None, &entry, &mut text);
        } else if let Some(evidence) = content.read::<Evidence>() {
            story.rests_on(&[&evidence], &mut text);
        } else if let Some(other) = content.read::<Document>() {
            text.push_str(&format!("\n#{}", document(index, &other, language)));
        } else {
            text.push_str(&format!("\n## {}\n\n", content.kind()));
            let fields = content.to_json();
            let said = fields.iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
            said.filter(|(name, _)| *name != "kind")
                .for_each(|(name, said)| story.item(name, said, &mut text));
        }
    }
    (!versions.is_empty()).then_some(text)
}

struct Story<'s> {
    index: &'s Index,
    language: Language,
    evidence: Vec<&'s Evidence>,
}

impl<'s> Story<'s> {
    fn of(index: &'s Index, evidence: impl IntoIterator<Item = (RecordId, &'s Evidence)>, language: Language) -> Self {
        Self {
            index,
            language,
            evidence: evidence.into_iter().map(|(_, evidence)| evidence).collect(),
        }
    }

    fn key(&self, name: &str) -> &'static str {
        key(name).map_or("", |words| words.in_(self.language))
    }

    fn heading(&self, title: Heading, n: &dyn std::fmt::Display) -> String {
        fill(heading(title).in_(self.language), &[("n", n)])
    }

    fn colon(&self) -> &'static str {
        if self.language == Language::En { ": " } else { "：" }
    }

    /// `- **name**: text`, the text moved in where it has several lines.
    fn item(&self, name: &str, said: &str, text: &mut String) {
        if !said.trim().is_empty() {
            text.push_str(&format!(
                "- **{name}**{}{}\n",
                self.colon(),
                said.trim().replace('\n', "\n  ")
            ));
        }
    }

    fn head(&self, spiral: RecordId, text: &mut String) {
        let Some(it) = self.index.spiral(spiral) else { return };
        text.push('\n');
        self.item(self.key("subject"), &it.subject, text);
        let pupils = it.pupils.map(|pupils| self.heading(Heading::Pupils, &pupils));
        let class = [it.class.clone(), pupils.unwrap_or_default()];
        self.item(self.key("class"), class.join(" ").trim(), text);
        if let Some(vehicle) = it.vehicle.and_then(|id| self.index.get::<Vehicle>(id)) {
            let sort = called(self.index.settings(), vehicle.sort.word(), self.language);
            self.item(self.key("vehicle"), &format!("{} · {sort}", vehicle.name), text);
        }
        self.item(self.key("themes"), &it.themes.join(" · "), text);
        let state = it.state.label().in_(self.language);
        self.item(self.key("state"), &[state, &it.state_note].join(" "), text);
        if let Some(from) = it.branched_from.and_then(|id| self.index.entry(id)) {
            self.item(self.key("branched_from"), &crate::text::excerpt(&from.body, 60), text);
        }
    }

    fn values(&self, spiral: RecordId, text: &mut String) {
        let Some(it) = self.index.spiral(spiral) else { return };
        let indicators = it.indicators();
        let known = |measure: &Measure| it.indicators.contains_key(&measure.indicator);
        let stray = self.index.in_spiral::<Measure>(spiral).map(|(_, measure)| measure);
        self.measures(stray.filter(|measure| !known(measure)), text);
        if indicators.is_empty() {
            return;
        }
        text.push_str(&format!("\n## {}\n\n", self.heading(Heading::Values, &"")));
        for (_, indicator) in &indicators {
            let direction = indicator.direction.label().in_(self.language);
            let base = indicator.base.map_or_else(String::new, |base| format!("n = {base}"));
            let parts = [indicator.rule.as_str(), &indicator.unit, direction, &base];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            self.item(&indicator.name, &parts.join(" · "), text);
        }
        let mut days: BTreeMap<_, Vec<&Measure>> = BTreeMap::new();
        for (_, measure) in self.index.in_spiral::<Measure>(spiral) {
            days.entry(measure.on).or_default().push(measure);
        }
        if days.is_empty() {
            return;
        }
        let names: Vec<_> = indicators.iter().map(|(_, indicator)| cell(&indicator.name)).collect();
        text.push_str(&format!(
            "\n| {} | {} |\n|---{}|\n",
            self.heading(Heading::Day, &""),
            names.join(" | "),
            "|---:".repeat(names.len())
        ));
        for (day, measures) in days {
            let day = day.map_or_else(String::new, |day| day.to_string());
            let cells = indicators.iter().map(|(name, _)| {
                let of_this = measures.iter().filter(|measure| measure.indicator == *name);
                let shown: Vec<_> = of_this.map(|measure| value(measure)).collect();
                if shown.is_empty() {
                    "–".to_owned()
                } else {
                    shown.join("; ")
                }
            });
            text.push_str(&format!("| {day} | {} |\n", cells.collect::<Vec<_>>().join(" | ")));
        }
    }

    /// Values that belong to no indicator.
    fn measures<'m>(&self, measures: impl Iterator<Item = &'m Measure>, text: &mut String) {
        let lines: Vec<_> = measures
            .map(|measure| {
                let day = measure.on.map_or_else(String::new, |day| format!("{day} "));
                format!("- {day}{}{}{}\n", measure.indicator, self.colon(), value(measure))
            })
            .collect();
        if !lines.is_empty() {
            text.push_str(&format!(
                "\n## {}\n\n{}",
                self.heading(Heading::Values, &""),
                lines.concat()
            ));
        }
    }

    fn turn(&self, spiral: RecordId, turn: &Turn, text: &mut String) {
        let names = self.index.spiral(spiral).map(|it| &it.turn_names);
        let name = turn.problem.and_then(|problem| names?.get(&problem));
        let number = self.heading(Heading::Turn, &turn.number);
        let title = name.map_or_else(|| number.clone(), |name| format!("{number} · {name}"));
        text.push_str(&format!("\n## {title}（{}）\n", turn.state.label().in_(self.language)));
        for id in &turn.entries {
            if let Some(entry) = self.index.entry(*id) {
                self.entry(Some(*id), entry, text);
            }
        }
    }

    /// An entry, and what rests on it where it is told under its own id.
    fn entry(&self, id: Option<RecordId>, entry: &Entry, text: &mut String) {
        let day = |date: Option<crate::Date>| date.map_or_else(String::new, |date| date.to_string());
        let until = entry
            .happened_until
            .map_or_else(String::new, |until| format!(" → {until}"));
        let phase = entry.phase.label().in_(self.language);
        let late = entry
            .late_by()
            .map_or_else(String::new, |days| format!(" · {}", self.heading(Heading::Late, &days)));
        text.push_str(&format!("\n### {}{until} · {phase}{late}\n\n", day(entry.day())));
        self.item(self.key("title"), entry.heading().unwrap_or_default(), text);
        self.item(self.key("tags"), &entry.tags.join(" · "), text);
        if let Some(expectation) = &entry.expectation {
            let by = expectation
                .by
                .map_or_else(String::new, |by| format!("（{} {by}）", self.key("by")));
            let sealed = expectation
                .sealed
                .map_or_else(String::new, |at| format!("（{} {at}）", self.key("sealed")));
            let sign = match expectation.sign.trim() {
                "" => String::new(),
                sign => format!("（{} {sign}）", self.key("sign")),
            };
            self.item(
                self.key("expectation"),
                &format!("{}{sign}{by}{sealed}", expectation.text),
                text,
            );
        }
        if entry.outcome != Outcome::Unsaid {
            self.item(self.key("outcome"), entry.outcome.label().in_(self.language), text);
        }
        for (name, said) in in_order(entry.phase, &entry.fields) {
            let label = field(entry.phase, name).map_or(name.as_str(), |field| field.label.in_(self.language));
            self.item(label, said, text);
        }
        if text.ends_with("\n\n") {
            text.pop();
        }
        if !entry.body.trim().is_empty() {
            text.push_str(&format!("\n{}\n", entry.body.trim_end()));
        }
        let evidence = self
            .evidence
            .iter()
            .filter(|one| id.is_some_and(|id| one.entries.contains(&id)));
        self.rests_on(&evidence.copied().collect::<Vec<_>>(), text);
        let mut end = String::new();
        if entry.phase == Phase::NewProblem {
            self.item(self.key("fate"), entry.fate.label().in_(self.language), &mut end);
        }
        if let Some(branch) = entry.leads_to.and_then(|id| self.index.spiral(id)) {
            self.item(self.key("leads_to"), &branch.title, &mut end);
        }
        if entry.depth > 0 {
            self.item(self.key("depth"), &entry.depth.to_string(), &mut end);
        }
        self.item(self.key("author"), &entry.author, &mut end);
        if !end.is_empty() {
            text.push_str(&format!("\n{end}"));
        }
    }

    fn rests_on(&self, evidence: &[&Evidence], text: &mut String) {
        for evidence in evidence {
            let known = evidence.known.label().in_(self.language);
            let sort = evidence.sort.label().in_(self.language);
            let on = evidence.on.map_or_else(String::new, |on| format!(" · {on}"));
            let caption = if evidence.caption.is_empty() { "" } else { self.colon() };
            text.push_str(&format!(
                "\n> **{}**（{known} · {sort}{on}）{caption}{}\n",
                self.key("evidence"),
                evidence.caption
            ));
            for blob in evidence.pictures() {
                let alt = evidence.caption.replace(['[', ']', '\n'], " ");
                text.push_str(&format!(
                    ">\n> ![{alt}]({}{})\n",
                    crate::text::markdown::SCHEME,
                    blob.id
                ));
            }
            if !evidence.text.trim().is_empty() {
                text.push_str(&format!(">\n> {}\n", evidence.text.trim().replace('\n', "\n> ")));
            }
        }
    }
}

/// A count with its base and share, or the figure; never a share without its base.
fn value(measure: &Measure) -> String {
    let shown = match (measure.count, measure.of, measure.percent()) {
        (Some(count), Some(of), Some(percent)) => format!("{count}/{of} ({percent:.1}%)"),
        (Some(count), ..) => count.to_string(),
        _ => measure.figure.map_or_else(String::new, |figure| figure.to_string()),
    };
    if measure.note.is_empty() {
        shown
    } else {
        format!("{shown} {}", cell(&measure.note))
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
