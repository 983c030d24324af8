//! What there may be to watch for in a survey.

use crate::record::words;

words! {
    /// A kind of caution.
    pub enum CautionKind {
        /// Fewer than thirty answered: counts first.
        #[default]
        FewPeople = "few_people",
        /// More valid than returned, or more returned than issued.
        Impossible = "impossible",
        /// The counts of a single choice do not add up to its base.
        NotTheBase = "not_the_base",
        /// More answers than people to a single choice: it was a multiple one.
        MoreTicks = "more_ticks",
        /// A cell of a two-way table holds fewer than five.
        ThinCells = "thin_cells",
        /// The question leads.
        Leading = "leading",
        /// The question asks two things.
        Double = "double",
        /// Nobody has said of how many people this speaks.
        NoPopulation = "no_population",
        /// 发放 is missing.
        NoIssued = "no_issued",
        /// 回收 is missing.
        NoReturned = "no_returned",
        /// 有效 is missing.
        NoValid = "no_valid",
        /// What goes together need not be cause and effect.
        NotACause = "not_a_cause",
        /// The same pupils were measured twice: some of the gain may be practice.
        SameTest = "same_test",
        /// A survey at one time says nothing about change.
        OneTime = "one_time",
        /// Open answers that have no code yet.
        Uncoded = "uncoded",
        /// Two surveys are compared that do not say who is who.
        Unpaired = "unpaired",
        /// The survey said to be earlier is not.
        NotEarlier = "not_earlier",
        /// Two surveys are compared that asked other people.
        OtherPeople = "other_people",
        /// Two groups are compared that may have differed before.
        UnlikeGroups = "unlike_groups",
        /// One of two surveys has no day.
        NoDay = "no_day",
        /// One of two surveys has many more people.
        OtherNumber = "other_number",
        /// One of two surveys has fewer than thirty people.
        SmallSide = "small_side",
        /// Two surveys word a question otherwise.
        Reworded = "reworded",
        /// Answers in the rows that could not be read.
        Unreadable = "unreadable",
    }
}
