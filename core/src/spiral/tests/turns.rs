use super::*;

#[test]
fn a_problem_written_down_late_still_opens_its_turn() {
    let mut book = Book::default();
    let problem = book.entry(Phase::Problem, None, |entry| {
        entry.happened_on = Some(day(9));
    });
    let action = book.entry(Phase::Action, Some(problem), |entry| {
        entry.happened_on = Some(day(2));
    });
    let reflection = book.entry(Phase::Reflection, Some(action), |entry| {
        entry.happened_on = Some(day(5));
    });
    book.put(255, &Spiral::default());
    let turns = Index::of(&book.journal).turns(Book::SPIRAL);
    assert_eq!(turns.len(), 1);
    assert_eq!(turns[0].entries, [problem, action, reflection]);
}
