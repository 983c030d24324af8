//! A survey on paper: the questionnaire, and the sheet on which its answers are counted.

use super::answers::label;
use super::table::{literal, say, table};
use crate::catalog::{Language, words::survey::said};
use crate::record::{ItemKind, Survey};

/// No more boxes of five strokes than this for one option; a sheet has an edge.
const MOST_CELLS: u32 = 40;

/// A survey as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Questionnaire {
    /// Its title.
    pub title: String,
    /// What is printed above the first question: no name, no duty to answer.
    pub opening: String,
    /// Its questions.
    pub items: Vec<QuestionnaireItem>,
    /// How many cells a row of the tally sheet has. Each cell holds one 正: five answers.
    pub cells: u32,
    language: Language,
}

/// A question as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QuestionnaireItem {
    /// Its number, from 1.
    pub number: usize,
    /// What is asked.
    pub text: String,
    /// How to answer: （单选）.
    pub how: String,
    /// Its options, each behind a box; none where words or a number are written on a line.
    pub options: Vec<String>,
}

impl Questionnaire {
    /// The printed form of a survey. The tally sheet has room for everybody who is asked.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::{Item, ItemKind};
    /// use luoxuan::survey::Questionnaire;
    /// use luoxuan::Survey;
    /// let item = Item { text: "我写作文时有东西可写。".into(), sort: ItemKind::Likert4, ..Item::default() };
    /// let survey = Survey { title: "问卷".into(), issued: Some(42), items: [("a".into(), item)].into(), ..Survey::default() };
    /// let paper = Questionnaire::of(&survey, Language::ZhHans);
    /// assert_eq!(paper.items[0].options, ["非常符合", "符合", "不符合", "非常不符合"]);
    /// assert_eq!(paper.cells, 9, "42 answers are nine times 正");
    /// ```
    pub fn of(survey: &Survey, language: Language) -> Self {
        let items = survey.items().into_iter().zip(1..).map(|((_, item), number)| {
            let how = match item.sort {
                ItemKind::Single => said::MAY_TICK_ONE,
                ItemKind::Multiple => said::MAY_TICK_MORE,
                ItemKind::Likert5 | ItemKind::Likert4 => said::MAY_PLACE,
                ItemKind::Number => said::MAY_COUNT,
                ItemKind::Open => said::MAY_WRITE,
            };
            let written = matches!(item.sort, ItemKind::Number | ItemKind::Open);
            let choices = item.choices().into_iter().filter(|_| !written);
            QuestionnaireItem {
                number,
                text: item.text.trim().into(),
                how: say(how, language, &[]),
                options: choices
                    .map(|(name, choice)| label(item.sort, &name, &choice, language))
                    .collect(),
            }
        });
        let people = [survey.issued, survey.population, survey.returned, survey.valid];
        let people = people.into_iter().flatten().max().unwrap_or(50);
        Self {
            title: survey.title.trim().into(),
            opening: say(said::ANONYMOUS, language, &[]),
            items: items.collect(),
            cells: people.div_ceil(5).clamp(1, MOST_CELLS),
            language,
        }
    }

    /// The questions as a numbered list, for a text’s appendix.
    pub fn questionnaire(&self) -> String {
        let mut text = format!("**{}**\n\n{}\n", literal(&self.title), self.opening);
        if self.title.is_empty() {
            text = format!("{}\n", self.opening);
        }
        for item in &self.items {
            let number = format!("{}. ", item.number);
            text.push_str(&format!("\n{number}{}{}\n", literal(&item.text), item.how));
            let under = " ".repeat(number.len());
            if item.options.is_empty() {
                text.push_str(&format!("\n{under}{}\n", "＿".repeat(12)));
            } else {
                let options = item.options.iter().map(|option| format!("□ {}", literal(option)));
                text.push_str(&format!("\n{under}{}\n", options.collect::<Vec<_>>().join("　")));
            }
        }
        text.trim_end().to_owned()
    }

    /// The sheet for counting by hand: a row for each option, a cell for each 正.
    pub fn tally_sheet(&self) -> String {
        let heads = [said::NUMBER, said::OPTION, said::STROKES, said::TOTAL].map(|head| say(head, self.language, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let cells = "□".repeat(usize::try_from(self.cells).unwrap_or_default());
        let rows = self.items.iter().flat_map(|item| {
            let number = |at: usize| {
                if at == 0 {
                    item.number.to_string()
                } else {
                    String::new()
                }
            };
            let options = item.options.iter().enumerate();
            options
                .map(|(at, option)| vec![number(at), option.clone(), cells.clone(), String::new()])
                .collect::<Vec<_>>()
        });
        let title = say(said::TALLY_SHEET, self.language, &[("title", &literal(&self.title))]);
        let caption = say(said::CAPTION_BARE, self.language, &[("name", &title)]);
        table(&caption, &heads, &rows.collect::<Vec<_>>(), "")
    }
}
