//! How many chose what.

use super::answers::{Answer, Options, label};
use super::figure::total;
use super::open::Coded;
use super::share::Share;
use crate::catalog::Language;
use crate::record::{Choice, Item, ItemKind, Survey};

/// An option with how many chose it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The option's short name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// How many chose it.
    pub count: u64,
}

/// The counts of one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tally {
    /// Its options in order.
    pub choices: Vec<Counted>,
    /// How many people it is counted out of (分母).
    pub people: u64,
    /// How many answers in the rows could not be read.
    pub unread: u64,
    /// How many of the rows hold no answer, where others do.
    pub blank: u64,
    /// How many open answers have no code yet.
    pub uncoded: u64,
    /// How many open answers have more than one code; `None` where nobody coded them here.
    pub shared: Option<u64>,
}

impl Tally {
    /// The counts of an item, from the rows where it has a column, or else as they were typed. Open answers are counted
    /// by their codes. `None` if nobody has counted yet, or there is nothing to count in it.
    ///
    /// The base is the number given with the item. Without one it is, in rows, how many answered, and of typed counts
    /// the valid questionnaires; where these are not known, the sum of a single choice.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::{Choice, Item};
    /// use luoxuan::survey::Tally;
    /// use luoxuan::Survey;
    /// let choice = |text: &str, count| Choice { text: text.into(), count: Some(count), ..Choice::default() };
    /// let choices = [("a".into(), choice("会", 30)), ("b".into(), choice("不会", 12))].into();
    /// let survey = Survey { valid: Some(42), ..Survey::default() };
    /// let tally = Tally::of(&survey, "q", &Item { choices, ..Item::default() }, Language::ZhHans).expect("counts");
    /// assert_eq!((tally.people, tally.shares()[0].percent().as_str()), (42, "71.4"));
    /// ```
    pub fn of(survey: &Survey, name: &str, item: &Item, language: Language) -> Option<Self> {
        if item.sort == ItemKind::Number {
            return None;
        }
        let column = survey.columns.iter().position(|column| column == name);
        let options = Options::of(item);
        let cells = survey.rows.iter().filter_map(|row| row.get(column?));
        let answers: Vec<Answer> = cells
            .map(|cell| options.read(cell))
            .filter(|answer| *answer != Answer::Blank)
            .collect();
        let answered = answers.len() as u64;
        let choices = item.choices();
        let coded = Coded::of(survey, name, item);
        let (counts, unread) = if answered > 0 && item.sort != ItemKind::Open {
            ticked(answers, choices.len())
        } else if let Some(coded) = &coded {
            (coded.counts.clone(), 0)
        } else {
            (typed(&choices)?, 0)
        };
        let sum = counts.iter().sum();
        let valid = survey.valid.filter(|valid| *valid > 0).map(u64::from);
        let one_each = !matches!(item.sort, ItemKind::Multiple | ItemKind::Open);
        let people = match item.of {
            Some(of) => of.into(),
            None if answered > 0 => answered,
            None => valid.or(one_each.then_some(sum)).unwrap_or_default(),
        };
        let choices = choices.into_iter().zip(counts).map(|((name, choice), count)| Counted {
            text: label(item.sort, &name, &choice, language),
            name,
            count,
        });
        Some(Self {
            choices: choices.collect(),
            people,
            unread,
            blank: if answered > 0 {
                (survey.rows.len() as u64).saturating_sub(answered)
            } else {
                0
            },
            uncoded: coded.as_ref().map_or(0, |coded| coded.uncoded),
            shared: coded.map(|coded| coded.shared),
        })
    }

    /// How many times an option was chosen in all (人次).
    pub fn ticks(&self) -> u64 {
        total(self.choices.iter().map(|choice| choice.count))
    }

    /// Each option’s share of the people.
    pub fn shares(&self) -> Vec<Share> {
        self.out_of(self.people)
    }

    /// Each option’s share of all ticks (占人次).
    pub fn of_ticks(&self) -> Vec<Share> {
        self.out_of(self.ticks())
    }

    fn out_of(&self, of: u64) -> Vec<Share> {
        let share = |choice: &Counted| Share {
            count: choice.count,
            of,
        };
        self.choices.iter().map(share).collect()
    }

    /// What the printed percentages of a single choice add up to, in thousandths, where everybody chose and rounding
    /// keeps it from being 1000.
    pub fn rounding(&self) -> Option<u64> {
        let sum = total(self.shares().into_iter().map(Share::permille));
        (self.people > 0 && self.ticks() == self.people && sum != 1000).then_some(sum)
    }

    /// The two options chosen most, taken together; `None` with fewer than three, and where a third was chosen as often as
    /// the second.
    pub fn leading_two(&self) -> Option<Share> {
        let mut counts: Vec<u64> = self.choices.iter().map(|choice| choice.count).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let [first, second, third, ..] = counts[..] else {
            return None;
        };
        (second > third).then(|| Share {
            count: first.saturating_add(second),
            of: self.people,
        })
    }
}

/// The numbers answered to an item: from the rows where it has a column, or else as they were typed.
pub(super) fn numbers(survey: &Survey, name: &str, item: &Item) -> Vec<f64> {
    let column = survey.columns.iter().position(|column| column == name);
    let options = Options::of(item);
    let read = |row: &Vec<String>| match options.read(row.get(column?)?) {
        Answer::Number(number) => Some(number),
        _ => None,
    };
    let answered: Vec<f64> = survey.rows.iter().filter_map(read).collect();
    let numbers = if answered.is_empty() { &item.numbers } else { &answered };
    numbers.iter().copied().filter(|number| number.is_finite()).collect()
}

/// How often each of so many options was ticked in rows, and how many answers could not be read.
fn ticked(answers: Vec<Answer>, options: usize) -> (Vec<u64>, u64) {
    let mut counts: Vec<u64> = vec![0; options];
    let mut unread = 0;
    for answer in answers {
        match answer {
            Answer::Ticks(ticks) => {
                for at in ticks {
                    if let Some(count) = counts.get_mut(at) {
                        *count += 1;
                    }
                }
            }
            Answer::PasteWarningKind => unread += 1,
            Answer::Blank | Answer::Number(_) | Answer::Words => {}
        }
    }
    (counts, unread)
}

/// The counts as they were typed; `None` if nobody typed one.
fn typed(choices: &[(String, Choice)]) -> Option<Vec<u64>> {
    let typed = choices.iter().any(|(_, choice)| choice.count.is_some());
    let counts = choices
        .iter()
        .map(|(_, choice)| choice.count.unwrap_or_default().into());
    typed.then(|| counts.collect())
}
