//! What each value of a closed list is called.

use super::Words;
use super::words::labels as words;
use crate::record::{
    Anonymity, CitationStyle, Direction, DocumentState, EvidenceKind, Fate, HowKnown, ItemKind, Outcome, PageNumber,
    Phase, Privacy, ReferenceKind, Role, Sampling, SpiralState, SurveyMode, TableLines, TextType, TextTypes,
    VehicleKind,
};
use crate::spiral::{Step, TurnState};
use crate::survey::sheet::Form;

/// A closed list whose values have names people read.
pub trait Labelled {
    /// What it is called.
    fn label(self) -> Words;
}

macro_rules! labels {
    ($($list:ident $section:ident { $($value:ident $words:ident;)* })*) => {
        $(impl Labelled for $list {
            fn label(self) -> Words {
                match self { $(Self::$value => words::$section::$words,)* }
            }
        })*
    };
}

// Each list with its section of the words: `[labels.phase]`.
labels! {
    Phase phase {
        Problem PROBLEM;
        Action ACTION;
        Observation OBSERVATION;
        Reflection REFLECTION;
        NewProblem NEW_PROBLEM;
        Note NOTE;
    }
    Fate fate {
        Undecided UNDECIDED;
        NextTurn NEXT_TURN;
        OwnSpiral OWN_SPIRAL;
        Pool POOL;
        LetGo LET_GO;
    }
    Outcome outcome {
        Unsaid UNSAID;
        Met MET;
        Partly PARTLY;
        NotMet NOT_MET;
        Unclear UNCLEAR;
    }
    TurnState turn_state {
        Problem PROBLEM;
        Planning PLANNING;
        Acting ACTING;
        Reflecting REFLECTING;
        Closed CLOSED;
    }
    SpiralState spiral_state {
        Running RUNNING;
        Paused PAUSED;
        Carried CARRIED;
        Solved SOLVED;
        GivenUp GIVEN_UP;
        ToProject TO_PROJECT;
        ToGroup TO_GROUP;
    }
    Direction direction {
        Up UP;
        Down DOWN;
        Watch WATCH;
    }
    HowKnown how_known {
        Seen SEEN;
        Counted COUNTED;
        PupilWork PUPIL_WORK;
        Told TOLD;
        Remembered REMEMBERED;
    }
    EvidenceKind evidence_kind {
        Observation OBSERVATION;
        Tally TALLY;
        PupilWork PUPIL_WORK;
        Photo PHOTO;
        Recording RECORDING;
        Interview INTERVIEW;
        Questionnaire QUESTIONNAIRE;
        Test TEST;
        Rating RATING;
        Document DOCUMENT;
        Feedback FEEDBACK;
        Reading READING;
    }
    Privacy privacy {
        Public PUBLIC;
        Group GROUP;
        Own OWN;
        Identifiable IDENTIFIABLE;
    }
    VehicleKind vehicle_kind {
        OneThing ONE_THING;
        GroupTopic GROUP_TOPIC;
        Project PROJECT;
        RoutineClass ROUTINE_CLASS;
    }
    Anonymity anonymity {
        Signed SIGNED;
        Body BODY;
        Everything EVERYTHING;
    }
    CitationStyle edition {
        Gbt2025 GBT2025;
        Gbt2015 GBT2015;
    }
    PageNumber page_number {
        BottomCentre BOTTOM_CENTRE;
        BottomRight BOTTOM_RIGHT;
        Nowhere NOWHERE;
    }
    TableLines table_lines {
        Three THREE;
        Grid GRID;
    }
    Role role {
        Title TITLE;
        Subtitle SUBTITLE;
        Author AUTHOR;
        Label LABEL;
        Summary SUMMARY;
        Heading1 HEADING1;
        Heading2 HEADING2;
        Heading3 HEADING3;
        Heading4 HEADING4;
        Body BODY;
        Quote QUOTE;
        Table TABLE;
        Caption CAPTION;
        Reference REFERENCE;
        Note NOTE;
        Margin MARGIN;
    }
    TextTypes text_types {
        AnyOne ANY_ONE;
        AllThree ALL_THREE;
    }
    Sampling sampling {
        Whole WHOLE;
        Cluster CLUSTER;
        Random RANDOM;
        Convenience CONVENIENCE;
    }
    SurveyMode survey_mode {
        Paper PAPER;
        Hands HANDS;
        Online ONLINE;
        Interview INTERVIEW;
    }
    ItemKind item_kind {
        Single SINGLE;
        Multiple MULTIPLE;
        Likert5 LIKERT5;
        Likert4 LIKERT4;
        Number NUMBER;
        Open OPEN;
    }
    TextType text_type {
        Experience EXPERIENCE;
        Survey SURVEY;
        ImprovementCase IMPROVEMENT_CASE;
        TeachingReflection TEACHING_REFLECTION;
        TeachingCase TEACHING_CASE;
        LessonStudy LESSON_STUDY;
        ReadingNotes READING_NOTES;
        Narrative NARRATIVE;
        ActionResearch ACTION_RESEARCH;
        Application APPLICATION;
        FinalReport FINAL_REPORT;
        LessonObservation LESSON_OBSERVATION;
        GroupMeeting GROUP_MEETING;
        TermReport TERM_REPORT;
    }
    ReferenceKind reference_kind {
        Journal JOURNAL;
        Book BOOK;
        Thesis THESIS;
        Proceedings PROCEEDINGS;
        Newspaper NEWSPAPER;
        Report REPORT;
        Standard STANDARD;
        Web WEB;
        Dataset DATASET;
        Preprint PREPRINT;
    }
    DocumentState document_state {
        Choosing CHOOSING;
        Outline OUTLINE;
        FirstDraft FIRST_DRAFT;
        PeerReading PEER_READING;
        Revising REVISING;
        Final FINAL;
        Used USED;
    }
}

impl Labelled for Form {
    fn label(self) -> Words {
        match self {
            Self::Order => words::form::ORDER,
            // What becomes an item is called as the item is.
            other => other.kind().label(),
        }
    }
}

impl Labelled for Step {
    fn label(self) -> Words {
        match self {
            Self::StateProblem => words::step::STATE_PROBLEM,
            Self::Act => words::step::ACT,
            Self::CarryOut => words::step::CARRY_OUT,
            Self::Reflect => words::step::REFLECT,
            Self::FindNewProblem => words::step::FIND_NEW_PROBLEM,
            Self::DecideFate(_) => words::step::DECIDE_FATE,
        }
    }
}
