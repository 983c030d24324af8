//! What was counted, in sentences.

use std::sync::Arc;

use super::count::{Group, Line};
use super::group::Told;
use crate::catalog::{Language, fill, report as words};
use crate::draft::source;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Journal, Revision};
use crate::kind::STAGE;
use crate::record::{Entry, Fate, Kind, Passage, Phase, said};
use crate::text::say_day;
use crate::time::DateRange;

/// Writes the parts of a report.
pub(super) struct Writer<'a> {
    pub(super) index: &'a Index,
    pub(super) journal: &'a Journal,
    pub(super) span: DateRange,
    /// What there was in the term before.
    pub(super) before: &'a [Line],
    /// Whose each record is, where it is told of several people.
    pub(super) told: Option<&'a Told<'a>>,
    pub(super) language: Language,
}

impl Writer<'_> {
    /// The themes of the school and the documents it rests on.
    pub(super) fn opening(&self, lines: &[Line]) -> Vec<Passage> {
        let of = |name: &str| lines.iter().find(|line| line.kind.name == name);
        let told = [
            ("theme", words::THEMES, "themes"),
            ("mandate", words::RESTS_ON, "documents"),
        ];
        let passages = told.into_iter().filter_map(|(name, words, slot)| {
            let line = of(name)?;
            let each = line.records.iter().map(|head| {
                let number = head.content().text("number").filter(|text| !text.trim().is_empty());
                let number = number
                    .filter(|_| name == "mandate")
                    .map_or_else(String::new, |number| self.brackets(&number));
                format!("{}{number}", self.title(&line.kind, head.content()))
            });
            let text = fill(
                words.in_(self.language),
                &[(slot, &self.list(&each.collect::<Vec<_>>()))],
            );
            Some(self.passage(text, &line.records))
        });
        passages.collect()
    }

    /// A part for each line of work, then the spirals and the texts of the term.
    pub(super) fn work(&self, lines: &[Line]) -> Vec<Passage> {
        let mut passages = Vec::new();
        for line in lines.iter().filter(|line| line.kind.report.part == "work") {
            passages.push(heading(self.line_label(&line.kind)));
            passages.push(self.beside(self.work_line(line), line, &line.records, None));
        }
        passages.extend(self.spirals());
        passages.extend(self.texts());
        passages
    }

    fn work_line(&self, line: &Line) -> String {
        let items = line
            .records
            .iter()
            .map(|head| self.item(&line.kind, head))
            .collect::<Vec<_>>();
        let more = format!("{}{}", self.split(line), self.hours(line));
        self.counted(
            words::LINE,
            line,
            line.records.len(),
            &[("more", &more), ("items", &self.items(&items))],
        )
    }

    /// What a line comes to, in a few words without an end: 公开课29节（省级9节、市级20节）.
    pub(super) fn in_short(&self, line: &Line) -> String {
        let mut short = line.clone();
        if line.kind.report.count_by.first().is_some_and(|field| field == "sort") {
            short.groups = by_sort(line);
        }
        let more = format!("{}{}", self.split(&short), self.hours(line));
        self.counted(words::COUNTED_HOURS, line, line.records.len(), &[("more", &more)])
    }

    fn hours(&self, line: &Line) -> String {
        let (sentence, hours) = match self.told {
            None => (words::HOURS, line.hours),
            // Hours are a person's: what several attended counts for each of them.
            Some(told) => {
                let each = line.records.iter().filter_map(|head| told.hours.get(&head.record()));
                (words::HOURS_OF_ALL, each.sum())
            }
        };
        if hours > 0.0 {
            fill(sentence.in_(self.language), &[("hours", &hours)])
        } else {
            String::new()
        }
    }

    /// What the line of a kind is called; a school's own kind has no line of its own in a report.
    fn line_label<'k>(&self, kind: &'k Kind) -> &'k str {
        match said(&kind.report.line, self.language) {
            "" => kind.label(self.language),
            label => label,
        }
    }

    /// What each group comes to, in brackets; nothing where all are of one. Stages are said with each record.
    fn split(&self, line: &Line) -> String {
        let counted = line.kind.report.count_by.iter().any(|field| field != STAGE) && line.groups.len() > 1;
        if !counted {
            return String::new();
        }
        let counts = self.counts(line, &line.groups);
        fill(words::COUNTS.in_(self.language), &[("counts", &counts)])
    }

    fn counted(
        &self,
        sentence: crate::catalog::Words,
        line: &Line,
        count: usize,
        more: &[(&str, &dyn std::fmt::Display)],
    ) -> String {
        let label = self.line_label(&line.kind);
        let unit = self.unit(line);
        let mut values: Vec<(&str, &dyn std::fmt::Display)> =
            vec![("line", &label), ("count", &count), ("unit", &unit)];
        values.extend_from_slice(more);
        fill(sentence.in_(self.language), &values)
    }

    /// The measure word; English has none.
    pub(super) fn unit<'l>(&self, line: &'l Line) -> &'l str {
        let unit = line.kind.report.unit.get(self.language.tag());
        unit.map_or_else(
            || match self.language {
                Language::ZhHans => "条",
                Language::ZhHant => "條",
                Language::En => "",
            },
            String::as_str,
        )
    }

    /// What each group comes to: 市级一等奖2项、县级1项.
    fn counts(&self, line: &Line, groups: &[Group]) -> String {
        let unit = self.unit(line);
        let each = groups.iter().map(|group| {
            let label = self.label(&line.kind, group);
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("label", &label), ("count", &group.records.len()), ("unit", &unit)];
            fill(words::OF_THEM.in_(self.language), &values)
        });
        self.list(&each.collect::<Vec<_>>())
    }

    /// What the records of a group have in common, such as 市级一等奖.
    fn label(&self, kind: &Kind, group: &Group) -> String {
        let by = kind.report.count_by.iter().zip(&group.words);
        let said: Vec<&str> = by
            .map(|(field, word)| self.word(kind, field, word))
            .filter(|said| !said.is_empty())
            .collect();
        match said[..] {
            [] => words::UNSAID.in_(self.language).to_owned(),
            _ if self.language == Language::En => said.join(" "),
            _ => said.concat(),
        }
    }

    fn word<'k>(&self, kind: &'k Kind, field: &str, word: &'k str) -> &'k str {
        if field == STAGE {
            return kind.stage(word).map_or(word, |stage| stage.label(self.language));
        }
        kind.field(field)
            .map_or(word, |field| field.choice_label(word, self.language))
    }

    /// A record with its day and how far it has come: 10月12日“诗与远方”（小结）.
    fn item(&self, kind: &Kind, head: &Revision) -> String {
        let content = head.content();
        let day = kind
            .day_of(content)
            .map(|day| say_day(day, false, self.language))
            .unwrap_or_default();
        let title = self.title(kind, content);
        let stage = kind
            .stage_of(content)
            .map(|stage| stage.label(self.language).to_owned());
        let said: Vec<String> = stage.into_iter().chain(self.whose(head.record())).collect();
        let stage = if said.is_empty() {
            String::new()
        } else {
            self.brackets(&self.items(&said))
        };
        match self.language {
            Language::En if day.is_empty() => format!("{title}{stage}"),
            Language::En => format!("{title} ({day}){stage}"),
            _ => format!("{day}{title}{stage}"),
        }
    }

    /// A title in the marks of the language: those of books where it is one. Marks within marks are the single ones
    /// (GB/T 15834).
    fn title(&self, kind: &Kind, content: &Content) -> String {
        let title = kind.title_of(content);
        let title = title.trim();
        let within = || title.replace('“', "‘").replace('”', "’");
        let book = matches!(kind.name.as_str(), "book" | "mandate");
        match self.language {
            Language::En => format!("“{}”", within()),
            _ if book => format!("《{title}》"),
            Language::ZhHans => format!("“{}”", within()),
            Language::ZhHant => format!("「{}」", title.replace('「', "『").replace('」', "』")),
        }
    }

    pub(super) fn brackets(&self, text: &str) -> String {
        if self.language == Language::En {
            format!(" ({text})")
        } else {
            format!("（{text}）")
        }
    }

    /// Whose a record is, where it is told of several people.
    pub(super) fn whose(&self, record: RecordId) -> Option<String> {
        Some(self.list(self.told?.whose.get(&record)?))
    }

    /// A sentence, and whose it is before its end.
    pub(super) fn with_whose(&self, text: &str, record: RecordId) -> String {
        let Some(whose) = self.whose(record) else {
            return text.to_owned();
        };
        let ends = |letter: char| matches!(letter, '。' | '！' | '？' | '.' | '!' | '?' | '…');
        let said = text.trim_end_matches(ends);
        let end = text.get(said.len()..).unwrap_or_default();
        format!("{said}{}{end}", self.brackets(&whose))
    }

    pub(super) fn list(&self, items: &[String]) -> String {
        items.join(if self.language == Language::En { ", " } else { "、" })
    }

    pub(super) fn items(&self, items: &[String]) -> String {
        items.join(if self.language == Language::En { "; " } else { "；" })
    }

    /// A passage with the records it tells of.
    pub(super) fn passage(&self, text: String, records: &[Arc<Revision>]) -> Passage {
        let sources = records
            .iter()
            .filter_map(|head| source(self.journal, head.record(), ""));
        Passage {
            text,
            sources: sources.collect(),
            ..Passage::default()
        }
    }

    pub(super) fn of_one(&self, text: String, record: RecordId, part: &str) -> Passage {
        Passage {
            text,
            sources: source(self.journal, record, part).into_iter().collect(),
            ..Passage::default()
        }
    }

    /// A sentence for each sort of outcome, then all of them in a table.
    pub(super) fn outcomes(&self, lines: &[Line]) -> Vec<Passage> {
        let lines: Vec<_> = lines
            .iter()
            .filter(|line| line.kind.report.part == "outcomes")
            .collect();
        let mut passages: Vec<Passage> = lines.iter().flat_map(|line| self.outcome(line)).collect();
        let rows: Vec<String> = lines
            .iter()
            .flat_map(|line| line.records.iter().map(|head| self.row(line, head)))
            .collect();
        if !rows.is_empty() {
            let all: Vec<_> = lines.iter().flat_map(|line| line.records.iter().cloned()).collect();
            let (heads, rule) = match self.told {
                Some(_) => (words::GROUP_HEADS, "|---|---|---|---|---|---|"),
                None => (words::HEADS, "|---|---|---|---|---|"),
            };
            let table = [heads.in_(self.language), rule, &rows.join("\n")].join("\n");
            passages.push(self.passage(format!("{}\n\n{table}", words::TABLE.in_(self.language)), &all));
        }
        passages
    }

    fn outcome(&self, line: &Line) -> Vec<Passage> {
        let by_sort = line.kind.report.count_by.first().is_some_and(|field| field == "sort");
        if !by_sort {
            let counts = self.counts(line, &line.groups);
            let text = self.counted(words::COUNTED, line, line.records.len(), &[("counts", &counts)]);
            return vec![self.beside(text, line, &line.records, None)];
        }
        let mut sorts: Vec<(&str, Vec<Group>)> = Vec::new();
        for group in &line.groups {
            let (sort, rest) = group
                .words
                .split_first()
                .map_or(("", &[][..]), |(sort, rest)| (sort.as_str(), rest));
            let group = Group {
                words: std::iter::once(String::new()).chain(rest.iter().cloned()).collect(),
                records: group.records.clone(),
            };
            match sorts.iter_mut().find(|(known, _)| *known == sort) {
                Some((_, groups)) => groups.push(group),
                None => sorts.push((sort, vec![group])),
            }
        }
        let sentence = |(sort, groups): (&str, Vec<Group>)| {
            let records: Vec<_> = groups.iter().flat_map(|group| group.records.iter().cloned()).collect();
            let label = match self.word(&line.kind, "sort", sort) {
                "" => said(&line.kind.report.line, self.language),
                label => label,
            };
            let unit = self.unit(line);
            let counts = self.counts(line, &groups);
            let unsaid = groups.iter().all(|group| group.words.iter().all(String::is_empty));
            let sentence = if unsaid { words::COUNTED_BARE } else { words::COUNTED };
            let values: [(&str, &dyn std::fmt::Display); 4] = [
                ("line", &label),
                ("count", &records.len()),
                ("unit", &unit),
                ("counts", &counts),
            ];
            self.beside(fill(sentence.in_(self.language), &values), line, &records, Some(sort))
        };
        sorts.into_iter().map(sentence).collect()
    }

    fn row(&self, line: &Line, head: &Revision) -> String {
        let (kind, content) = (&line.kind, head.content());
        let choice = |field: &str| {
            content
                .text(field)
                .map(|word| self.word(kind, field, &word).to_owned())
                .unwrap_or_default()
        };
        let sort = match choice("sort") {
            sort if sort.is_empty() || kind.field("sort").is_none() => kind.label(self.language).to_owned(),
            sort => sort,
        };
        let day = kind
            .day_of(content)
            .map(|day| say_day(day, false, self.language))
            .unwrap_or_default();
        let title = kind.title_of(content);
        // Text in a cell is text.
        let cell = |text: &str| text.replace(['\n', '\r'], " ").replace('|', "\\|");
        let whose = self.whose(head.record()).map(|whose| format!(" {} |", cell(&whose)));
        format!(
            "| {} | {} | {} | {} | {day} |{}",
            cell(title.trim()),
            cell(&sort),
            choice("level"),
            choice("grade"),
            whose.unwrap_or_default()
        )
    }

    /// The problems of the term with what comes next, then what is still open in the spirals.
    pub(super) fn problems(&self, lines: &[Line]) -> Vec<Passage> {
        let mut passages = Vec::new();
        for line in lines.iter().filter(|line| line.kind.report.part == "problems") {
            for head in &line.records {
                let content = head.content();
                let more = [("cause", words::CAUSE), ("plan", words::PLAN)]
                    .into_iter()
                    .filter_map(|(field, words)| {
                        let text = content.text(field).filter(|text| !text.trim().is_empty())?;
                        Some(ended(
                            &fill(words.in_(self.language), &[(field, &text.trim())]),
                            self.language,
                        ))
                    });
                let title = ended(line.kind.title_of(content).trim(), self.language);
                let between = if self.language == Language::En { " " } else { "" };
                let text = std::iter::once(title).chain(more).collect::<Vec<_>>().join(between);
                let text = self.with_whose(&text, head.record());
                passages.push(self.passage(text, std::slice::from_ref(head)));
            }
        }
        let open = self
            .index
            .between::<Entry>(self.span.start, self.span.end)
            .filter(|(_, entry)| {
                let waits = matches!(entry.fate, Fate::Undecided | Fate::Pool);
                entry.phase == Phase::NewProblem
                    && waits
                    && !entry.privacy.is_held_back()
                    && !entry.body.trim().is_empty()
            });
        passages.extend(open.map(|(id, entry)| {
            let text = fill(words::OPEN.in_(self.language), &[("problem", &entry.body.trim())]);
            self.of_one(self.with_whose(&ended(&text, self.language), id), id, "")
        }));
        passages
    }
}

/// The groups of a line that is counted by sort first, each sort one group.
fn by_sort(line: &Line) -> Vec<Group> {
    let mut sorts: Vec<Group> = Vec::new();
    for group in &line.groups {
        let sort = group.words.first().cloned().unwrap_or_default();
        match sorts.iter_mut().find(|known| known.words.first() == Some(&sort)) {
            Some(known) => known.records.extend(group.records.iter().cloned()),
            None => sorts.push(Group {
                words: vec![sort],
                records: group.records.clone(),
            }),
        }
    }
    sorts
}

pub(super) fn heading(text: &str) -> Passage {
    Passage {
        text: format!("### {text}"),
        ..Passage::default()
    }
}

/// A sentence with its end.
fn ended(text: &str, language: Language) -> String {
    if text.ends_with(['。', '！', '？', '.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}{}", if language == Language::En { "." } else { "。" })
    }
}
