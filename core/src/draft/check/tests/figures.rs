//! Figures, tables and what is made of them.

use super::*;

#[test]
fn shares_of_one_choice_add_up() {
    tells_apart(
        DiagnosticCode::SharesDoNotAddUp,
        Survey,
        "results",
        "选“会”52人（43.0%）、“不会”41人（33.9%）、其他18人（10.9%）。",
        "选“会”52人（43.0%）、“不会”41人（33.9%）、其他28人（23.1%），前两项合计93人（76.9%）。",
    );
    tells_apart(
        DiagnosticCode::SharesDoNotAddUp,
        Survey,
        "results",
        "| 困难 | 人数 | 百分比 |\n|---|---|---|\n| 内容 | 52 | 43.0% |\n| 词句 | 41 | 33.9% |\n| 其他 | 18 | 10.9% |\n| 合计 | 111 | 100% |",
        "| 困难 | 人数 | 百分比 |\n|---|---|---|\n| 内容 | 52 | 43.0% |\n| 词句 | 41 | 33.9% |\n| 其他 | 28 | 23.1% |\n| 合计 | 121 | 100% |",
    );
    let several = "（可多选）内容52人（60%）、词句41人（30%）、其他18人（20%）。";
    assert!(!has(
        &document(Survey, &[("results", several)]),
        DiagnosticCode::SharesDoNotAddUp
    ));
}

#[test]
fn what_goes_together_is_no_cause() {
    tells_apart(
        DiagnosticCode::CausalWords,
        Survey,
        "results",
        "阅读少的73人中39人（53.4%）无话可写。阅读少导致无话可写。",
        "阅读少的73人中39人（53.4%）无话可写。两者有关联，不知谁是因。",
    );
    assert!(!has(
        &document(Survey, &[("question", "什么导致了这个困难？")]),
        DiagnosticCode::CausalWords
    ));
}

#[test]
fn a_table_is_read() {
    let table = "表：困难\n\n| 困难 | 人数 |\n|---|---|\n| 内容 | 52 |";
    let read = format!("{table}\n\n困难主要在内容。");
    tells_apart(DiagnosticCode::UnreadTable, Survey, "results", table, &read);
    let followed = format!("{table}\n\n{table}\n\n困难主要在内容。");
    let found = found(&document(Survey, &[("results", &followed)]));
    assert_eq!(
        found
            .iter()
            .filter(|it| it.fault == DiagnosticCode::UnreadTable)
            .count(),
        1
    );
    let chart = "```chart bar 困难\n人,人数\n内容,52\n```";
    tells_apart(
        DiagnosticCode::UnreadTable,
        Survey,
        "results",
        chart,
        &format!("{chart}\n\n多在内容。"),
    );
    let before = format!("困难主要在内容（见表1）。\n\n{table}");
    assert!(
        !has(&document(Survey, &[("results", &before)]), DiagnosticCode::UnreadTable),
        "the sentence before it sends to it"
    );
    let split = document(Survey, &[("results", table), ("results", "困难主要在内容。")]);
    assert!(!has(&split, DiagnosticCode::UnreadTable), "the next passage reads it");
}

#[test]
fn a_percentage_has_a_base_and_a_difference_has_points() {
    for kind in [Experience, TextType::Narrative] {
        tells_apart(
            DiagnosticCode::PercentWithoutBase,
            kind,
            "effects",
            "有焦点的达到52.4%。",
            "42人中有焦点的达到52.4%。",
        );
        tells_apart(
            DiagnosticCode::PointsNotPercent,
            kind,
            "effects",
            "有焦点的（n=42）由14.3%增至52.4%，提高了38.1%。",
            "有焦点的（n=42）由14.3%增至52.4%，提高了38.1个百分点。",
        );
    }
    for right in [
        "由14.3%提高到52.4%，n=42。",
        "由38.1%提高到52.4%，另一班增加14.2个百分点，n=42。",
        "成本提高38.1%，n=42。",
    ] {
        assert!(
            !has(
                &document(Experience, &[("effects", right)]),
                DiagnosticCode::PointsNotPercent
            ),
            "{right}"
        );
    }
    let chart = "```chart bar 困难（n=121）\n%,占比\n内容,43.0%\n```\n\n多在内容。";
    assert!(!has(
        &document(Experience, &[("effects", chart)]),
        DiagnosticCode::PercentWithoutBase
    ));
    let table = "表：困难（n=121）\n\n| 困难 | 占比 |\n|---|---|\n| 内容 | 43.0% |\n| 词句 | 57.0% |\n| 别的 | 1% |";
    assert!(!has(
        &document(Experience, &[("effects", table)]),
        DiagnosticCode::PercentWithoutBase
    ));
}
