//! Which text types a spiral is ripe for.

use super::material::{Material, is_done};
use super::scope::Scope;
use crate::catalog::{self, Language};
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Direction, Phase, TextType};
use crate::survey::findings;

/// Something a text type asks a spiral for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// Several actions that were carried out.
    Actions,
    /// An indicator with a value before and one after.
    Comparison,
    /// A reflection.
    Reflection,
    /// A survey with answers.
    Survey,
    /// A problem.
    Problem,
    /// An action that was carried out.
    Action,
    /// A scene or pupils’ work from before the change.
    SceneBefore,
    /// A scene or pupils’ work from after the change.
    SceneAfter,
}

impl Requirement {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Actions,
        Self::Comparison,
        Self::Reflection,
        Self::Survey,
        Self::Problem,
        Self::Action,
        Self::SceneBefore,
        Self::SceneAfter,
    ];
}

/// How a need stands: how many are asked for, how many are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct RequirementStatus {
    /// What is asked for.
    pub need: Requirement,
    /// How many.
    pub wanted: usize,
    /// How many there are.
    pub found: usize,
}

impl RequirementStatus {
    /// Whether there is enough.
    pub const fn is_met(&self) -> bool {
        self.found >= self.wanted
    }

    /// What is missing, as a sentence; `None` if nothing is.
    pub fn lack(&self, language: Language) -> Option<String> {
        let sentence = catalog::lack(self.need).in_(language);
        let filled = || catalog::fill(sentence, &[("n", &self.wanted), ("found", &self.found)]);
        (!self.is_met()).then(filled)
    }
}

/// Why a text type fits the material best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Several turns, and an indicator that moved the way it should.
    SeveralTurns,
    /// Counts and opinions, and nothing tried yet.
    OnlyCounts,
    /// A change with something before and after it.
    BeforeAndAfter,
}

impl Recommendation {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::SeveralTurns, Self::OnlyCounts, Self::BeforeAndAfter];

    /// The text type it speaks for.
    pub const fn text_type(self) -> TextType {
        match self {
            Self::SeveralTurns => TextType::Experience,
            Self::OnlyCounts => TextType::Survey,
            Self::BeforeAndAfter => TextType::ImprovementCase,
        }
    }
}

/// How ripe a spiral is for one text type. It informs; nobody is kept from writing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Readiness {
    /// Which text type.
    pub text_type: TextType,
    /// What it asks for, and what is there.
    pub needs: Vec<RequirementStatus>,
    /// Why it fits the material best; `None` for the other types, and for all while there is too little.
    pub fit: Option<Recommendation>,
}

impl Readiness {
    /// Whether all it asks for is there.
    pub fn is_ready(&self) -> bool {
        self.needs.iter().all(RequirementStatus::is_met)
    }

    /// What is missing, one sentence each.
    pub fn lacks(&self, language: Language) -> Vec<String> {
        self.needs.iter().filter_map(|need| need.lack(language)).collect()
    }
}

/// How ripe a spiral is for each of the three text types, in their order.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::readiness;
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, Phase, RecordId, Index};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let spiral = RecordId::from_bytes([1; 16]);
/// let problem = Entry {
///     spiral: Some(spiral),
///     phase: Phase::Problem,
///     body: "有细节的只有11人。".into(),
///     ..Entry::default()
/// };
/// journal.write(RecordId::from_bytes([2; 16]), Content::of(&problem), author);
///
/// let [experience, _, case] = &readiness(&Index::of(&journal), spiral)[..] else { panic!("three") };
/// assert!(!experience.is_ready());
/// assert_eq!(case.needs[0].found, 1, "the problem is there");
/// assert_eq!(case.lacks(Language::En)[0], "It takes 1 action and there are 0. Change one thing and teach it.");
/// ```
pub fn readiness(index: &Index, spiral: RecordId) -> Vec<Readiness> {
    let material = Material::of(index, spiral, Scope::ALL);
    let fit = fit(index, spiral, &material);
    let all = TextType::THREE.iter().map(|text_type| Readiness {
        text_type: *text_type,
        needs: needs(*text_type)
            .iter()
            .map(|(need, wanted)| RequirementStatus {
                need: *need,
                wanted: *wanted,
                found: found(*need, &material),
            })
            .collect(),
        fit: fit.filter(|fit| fit.text_type() == *text_type),
    });
    all.collect()
}

const fn needs(text_type: TextType) -> &'static [(Requirement, usize)] {
    match text_type {
        TextType::Experience => &[
            (Requirement::Actions, 2),
            (Requirement::Comparison, 1),
            (Requirement::Reflection, 1),
        ],
        TextType::Survey => &[(Requirement::Survey, 1)],
        TextType::ImprovementCase => &[
            (Requirement::Problem, 1),
            (Requirement::Action, 1),
            (Requirement::SceneBefore, 1),
            (Requirement::SceneAfter, 1),
            (Requirement::Reflection, 1),
        ],
        // Their neighbours ask for nothing.
        _ => &[],
    }
}

fn found(need: Requirement, material: &Material<'_>) -> usize {
    match need {
        Requirement::Actions | Requirement::Action => material.actions().count(),
        Requirement::Comparison => material.series().values().filter(|series| series.len() > 1).count(),
        Requirement::Reflection => material.of_phase(Phase::Reflection).count(),
        Requirement::Survey => surveys(material),
        Requirement::Problem => material.of_phase(Phase::Problem).count(),
        Requirement::SceneBefore => material.scenes_around(material.turning_point()).0,
        Requirement::SceneAfter => material.scenes_around(material.turning_point()).1,
    }
}

fn surveys(material: &Material<'_>) -> usize {
    let surveys = material.surveys.iter();
    let surveys = surveys.filter(|survey| !findings(survey, Language::ZhHans).is_empty());
    surveys.count()
}

fn fit(index: &Index, spiral: RecordId, material: &Material<'_>) -> Option<Recommendation> {
    if material.actions().next().is_none() {
        return (surveys(material) > 0).then_some(Recommendation::OnlyCounts);
    }
    let acted = |id: &RecordId| {
        let entry = index.entry(*id);
        entry.is_some_and(|entry| entry.phase == Phase::Action && is_done(entry))
    };
    let turns = material.turns.iter().filter(|turn| turn.entries.iter().any(acted));
    if turns.count() > 1 && has_moved(index, spiral, material) {
        return Some(Recommendation::SeveralTurns);
    }
    let (before, after) = material.scenes_around(material.turning_point());
    let compared = found(Requirement::Comparison, material) > 0;
    (compared || (before > 0 && after > 0)).then_some(Recommendation::BeforeAndAfter)
}

/// Whether an indicator ended better than it began.
fn has_moved(index: &Index, spiral: RecordId, material: &Material<'_>) -> bool {
    let Some(header) = index.spiral(spiral) else {
        return false;
    };
    material.series().into_iter().any(|(key, series)| {
        let (Some((_, first)), Some((_, last))) = (series.first(), series.last()) else {
            return false;
        };
        let (Some(first), Some(last)) = (first.value(), last.value()) else {
            return false;
        };
        match header.indicators.get(key).map(|indicator| indicator.direction) {
            Some(Direction::Up) => last > first,
            Some(Direction::Down) => last < first,
            Some(Direction::Watch) | None => false,
        }
    })
}
