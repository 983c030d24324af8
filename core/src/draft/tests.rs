use super::*;
use crate::catalog::{Language, form};
use crate::record::{Choice, EvidenceKind, Item, Passage, Privacy};
use crate::{
    Author, Content, DeviceId, Document, Entry, Evidence, Fate, Index, Journal, Measure, Phase, RecordId, Spiral,
    Survey, TextType, Timestamp,
};

const SPIRAL: RecordId = id(1);

const fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

/// A journal that is written day by day.
#[derive(Default)]
struct World {
    journal: Journal,
    next: u8,
}

impl World {
    fn say<R: crate::Record>(&mut self, id: RecordId, record: &R) {
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(i64::from(self.next) * 60_000, 480),
        };
        self.journal.write(id, Content::of(record), author);
        self.next += 1;
    }

    fn entry(&mut self, number: u8, phase: Phase, on: &str, body: &str) {
        let entry = Entry {
            spiral: Some(SPIRAL),
            phase,
            happened_on: on.parse().ok(),
            body: body.into(),
            fate: if phase == Phase::NewProblem {
                Fate::NextTurn
            } else {
                Fate::Undecided
            },
            ..Entry::default()
        };
        self.say(id(number), &entry);
    }

    fn scene(&mut self, number: u8, on: &str, sort: EvidenceKind) {
        let evidence = Evidence {
            spiral: Some(SPIRAL),
            on: on.parse().ok(),
            sort,
            caption: format!("证据{number}"),
            ..Evidence::default()
        };
        self.say(id(number), &evidence);
    }

    fn measure(&mut self, number: u8, on: &str, count: u32) {
        let measure = Measure {
            spiral: Some(SPIRAL),
            indicator: "focus".into(),
            on: on.parse().ok(),
            count: Some(count),
            of: Some(42),
            ..Measure::default()
        };
        self.say(id(number), &measure);
    }

    fn readiness(&self) -> Vec<Readiness> {
        readiness(&Index::of(&self.journal), SPIRAL)
    }

    fn ready(&self) -> Vec<bool> {
        self.readiness().iter().map(Readiness::is_ready).collect()
    }

    fn best(&self) -> Vec<(TextType, Recommendation)> {
        let all = self.readiness();
        all.iter().filter_map(|one| Some((one.text_type, one.fit?))).collect()
    }

    fn skeleton(&self, kind: TextType) -> Document {
        let index = Index::of(&self.journal);
        skeleton(&index, &self.journal, SPIRAL, form(kind), Language::ZhHans)
    }
}

/// A survey of one question that was answered.
fn answered() -> Survey {
    let choice = |text: &str, count| Choice {
        text: text.into(),
        count: Some(count),
        ..Choice::default()
    };
    let item = Item {
        name: "修改".into(),
        choices: [("a".into(), choice("会", 8)), ("b".into(), choice("不会", 34))].into(),
        ..Item::default()
    };
    Survey {
        spiral: Some(SPIRAL),
        items: [("revise".into(), item)].into(),
        ..Survey::default()
    }
}

#[test]
fn a_spiral_ripens_step_by_step() {
    let mut world = World::default();
    let focus = crate::record::Indicator {
        name: "有焦点".into(),
        unit: "人".into(),
        ..Default::default()
    };
    let spiral = Spiral {
        indicators: [("focus".into(), focus)].into(),
        ..Spiral::default()
    };
    world.say(SPIRAL, &spiral);
    assert_eq!(world.ready(), [false; 3]);
    assert_eq!(world.best(), []);

    world.entry(2, Phase::Problem, "2025-09-11", "有焦点的只有6人。");
    world.measure(3, "2025-09-11", 6);
    assert_eq!(world.ready(), [false; 3], "a count is no survey");
    assert_eq!(world.best(), []);
    world.scene(11, "2025-09-11", EvidenceKind::Questionnaire);
    assert_eq!(
        world.ready(),
        [false; 3],
        "a questionnaire without its answers is no survey"
    );
    world.say(id(12), &answered());
    assert_eq!(world.ready(), [false, true, false]);
    assert_eq!(world.best(), [(TextType::Survey, Recommendation::OnlyCounts)]);

    world.entry(4, Phase::Action, "2025-09-17", "慢镜头纸条。");
    world.scene(5, "2025-09-10", EvidenceKind::PupilWork);
    world.entry(6, Phase::Reflection, "2025-10-10", "写细了。");
    assert_eq!(
        world.readiness()[2].lacks(Language::ZhHans).len(),
        1,
        "nothing from after"
    );
    world.scene(7, "2025-10-09", EvidenceKind::PupilWork);
    world.measure(8, "2025-10-09", 22);
    assert_eq!(world.ready(), [false, true, true]);
    assert_eq!(
        world.best(),
        [(TextType::ImprovementCase, Recommendation::BeforeAndAfter)]
    );

    world.entry(9, Phase::NewProblem, "2025-10-10", "怎样让孩子自己改？");
    world.entry(10, Phase::Action, "2025-11-12", "两星一问。");
    assert_eq!(world.ready(), [true; 3]);
    assert_eq!(world.best(), [(TextType::Experience, Recommendation::SeveralTurns)]);
}

#[test]
fn what_is_private_is_offered_and_not_pulled() {
    let mut world = World::default();
    let private = Entry {
        spiral: Some(SPIRAL),
        phase: Phase::NewProblem,
        body: "那7名学生只会加形容词。".into(),
        privacy: Privacy::Own,
        ..Entry::default()
    };
    world.say(id(2), &private);
    // What stands under it is as private as it is, whatever was ticked there.
    let below = Evidence {
        spiral: Some(SPIRAL),
        entries: vec![id(2)],
        sort: EvidenceKind::Reading,
        caption: "03号的三篇".into(),
        ..Evidence::default()
    };
    world.say(id(3), &below);
    let index = Index::of(&world.journal);
    let form = form(TextType::Experience);
    let offers = offer(&index, &world.journal, SPIRAL, form, Language::ZhHans);
    let (_, open) = offers
        .iter()
        .find(|(section, _)| *section == "open")
        .expect("a section");
    assert!(open[0].is_held_back());
    let (_, references) = offers.last().expect("a section");
    assert!(references[0].is_held_back());
    assert_eq!(world.skeleton(TextType::Experience).passages().count(), 0);
}

#[test]
fn a_plan_is_no_action_yet() {
    let mut world = World::default();
    let plan = Entry {
        spiral: Some(SPIRAL),
        phase: Phase::Action,
        fields: [("plan".into(), "换一张单子".into())].into(),
        ..Entry::default()
    };
    world.say(id(2), &plan);
    assert_eq!(world.readiness()[0].needs[0].found, 0);
    let survey = world.skeleton(TextType::Survey);
    assert_eq!(survey.section("proposals"), [], "proposals follow from what was found");
}

#[test]
fn trash_changes_a_passage_and_a_settled_fate_does_not() {
    let mut world = World::default();
    world.entry(2, Phase::NewProblem, "2025-10-10", "怎样让孩子自己改？");
    let document = world.skeleton(TextType::Experience);
    let settled = Entry {
        spiral: Some(SPIRAL),
        phase: Phase::NewProblem,
        body: "怎样让孩子自己改？".into(),
        fate: Fate::Pool,
        ..Entry::default()
    };
    world.say(id(2), &settled);
    assert_eq!(changed(&document, &world.journal), []);
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(9_000_000, 480),
    };
    world.journal.trash(id(2), author);
    let changed = changed(&document, &world.journal);
    assert_eq!((changed.len(), changed[0].section, &changed[0].now), (1, "open", &None));
}

#[test]
fn texts_share_what_both_have_pulled() {
    let mut world = World::default();
    world.entry(2, Phase::Reflection, "2025-10-10", "写细了。可是像在报清单。");
    let one = world.skeleton(TextType::Experience);
    assert!((shared(&one, &one) - 1.0).abs() < f64::EPSILON);
    assert!((shared(&one, &Document::default())).abs() < f64::EPSILON);
    let mut own = Document::default();
    let written = Passage {
        text: "写细了。".into(),
        ..Passage::default()
    };
    own.pull("lessons", 0, written);
    assert!(shared(&one, &own).abs() < f64::EPSILON, "nothing was pulled");
    // The first sentence stays when the second is written anew.
    world.entry(2, Phase::Reflection, "2025-10-10", "写细了。还要学取舍。");
    let other = world.skeleton(TextType::Survey);
    let (there, back) = (shared(&one, &other), shared(&other, &one));
    assert!((there - back).abs() < f64::EPSILON);
    assert!(there > REUSE && there < 0.5, "{there}");
}
