use super::*;

fn work(kind: ReferenceKind) -> Reference {
    Reference {
        kind,
        authors: vec!["某某".into()],
        title: "某某标题".into(),
        ..Reference::default()
    }
}

/// What a reference is called by the standard of 2025 and by the one before; the same, where that is `None`.
fn is_cited(reference: &Reference, said: &str, before: Option<&str>) {
    assert_eq!(cite(reference, 3, CitationStyle::Gbt2025), format!("[3] {said}"));
    assert_eq!(
        cite(reference, 3, CitationStyle::Gbt2015),
        format!("[3] {}", before.unwrap_or(said))
    );
}

#[test]
fn what_appears_in_numbers_follows_its_pattern() {
    let article = Reference {
        container: "小学教学研究".into(),
        year: "2024".into(),
        volume: "12".into(),
        issue: "6".into(),
        pages: "31-33".into(),
        ..work(ReferenceKind::Journal)
    };
    is_cited(
        &article,
        "某某. 某某标题[J]. 小学教学研究，2024，12（6）：31-33.",
        Some("某某. 某某标题[J]. 小学教学研究, 2024, 12(6): 31-33."),
    );
    let news = Reference {
        container: "某某报".into(),
        published: "2025-03-01".parse().ok(),
        pages: "3".into(),
        ..work(ReferenceKind::Newspaper)
    };
    is_cited(
        &news,
        "某某. 某某标题[N]. 某某报，2025-03-01（3）.",
        Some("某某. 某某标题[N]. 某某报, 2025-03-01(3)."),
    );
}

#[test]
fn books_and_theses_follow_their_pattern() {
    let thesis = Reference {
        place: "杭州".into(),
        publisher: "某某大学".into(),
        year: "2020".into(),
        ..work(ReferenceKind::Thesis)
    };
    is_cited(
        &thesis,
        "某某. 某某标题[D]. 杭州：某某大学，2020.",
        Some("某某. 某某标题[D]. 杭州: 某某大学, 2020."),
    );
    let book = Reference {
        edition: "2版".into(),
        accessed: "2025-09-10".parse().ok(),
        ..work(ReferenceKind::Book)
    };
    is_cited(
        &book,
        "某某. 某某标题[M]. 2版.",
        Some("某某. 某某标题[M]. 2版. [2025-09-10]."),
    );
}

#[test]
fn a_part_of_a_book_follows_its_pattern() {
    let paper = Reference {
        container: "某某文集".into(),
        publisher: "某某出版社".into(),
        year: "2019".into(),
        pages: "3".into(),
        ..work(ReferenceKind::Proceedings)
    };
    is_cited(
        &paper,
        "某某. 某某标题[C]//某某文集. 某某出版社，2019：3.",
        Some("某某. 某某标题[C]//某某文集. 某某出版社, 2019: 3."),
    );
    let chapter = Reference {
        container: "课堂里的小问题".into(),
        editors: vec!["周某".into(), "陈某".into()],
        edition: "2版".into(),
        place: "杭州".into(),
        publisher: "某某出版社".into(),
        year: "2021".into(),
        pages: "45-60".into(),
        ..work(ReferenceKind::Book)
    };
    is_cited(
        &chapter,
        "某某. 某某标题[M]//周某，陈某. 课堂里的小问题. 2版. 杭州：某某出版社，2021：45-60.",
        Some("某某. 某某标题[M]//周某, 陈某. 课堂里的小问题. 2版. 杭州: 某某出版社, 2021: 45-60."),
    );
    let english = Reference {
        authors: vec!["Smith J".into()],
        title: "Small questions".into(),
        container: "Lessons".into(),
        editors: vec!["Brown A".into()],
        place: "London".into(),
        publisher: "Press".into(),
        year: "2021".into(),
        pages: "45".into(),
        ..work(ReferenceKind::Book)
    };
    is_cited(
        &english,
        "Smith J. Small questions[M]//Brown A. Lessons. London: Press, 2021: 45.",
        None,
    );
}

#[test]
fn what_has_a_number_or_an_address_follows_its_pattern() {
    let standard = Reference {
        number: "GB/T 7714—2025".into(),
        place: "北京".into(),
        year: "2025".into(),
        ..work(ReferenceKind::Standard)
    };
    is_cited(
        &standard,
        "某某. GB/T 7714—2025 某某标题[S]. 北京，2025.",
        Some("某某. 某某标题: GB/T 7714—2025[S]. 北京, 2025."),
    );
    let page = Reference {
        published: "2025-03-01".parse().ok(),
        accessed: "2025-09-10".parse().ok(),
        url: "https://a.example/../b".into(),
        ..work(ReferenceKind::Web)
    };
    is_cited(
        &page,
        "某某. 某某标题[EB/OL]. （2025-03-01）[2025-09-10]. https://a.example/../b.",
        Some("某某. 某某标题[EB/OL]. (2025-03-01)[2025-09-10]. https://a.example/../b."),
    );
    let preprint = Reference {
        container: "某某平台".into(),
        doi: "10.1/x".into(),
        ..work(ReferenceKind::Preprint)
    };
    is_cited(
        &preprint,
        "某某. 某某标题[PP/OL]. 某某平台. DOI:10.1/x.",
        Some("某某. 某某标题[Z/OL]. 某某平台. DOI:10.1/x."),
    );
}

#[test]
fn more_than_three_authors_are_named_in_their_own_language() {
    let by = |names: &[&str]| Reference {
        authors: names.iter().map(|name| (*name).into()).collect(),
        title: if names.iter().any(|name| name.chars().any(is_cjk)) {
            "题".into()
        } else {
            "T".into()
        },
        ..Reference::default()
    };
    let said = |names: &[&str]| cite(&by(names), 1, CitationStyle::Gbt2025);
    assert_eq!(said(&["甲", "乙", "丙"]), "[1] 甲，乙，丙. 题[J].");
    assert_eq!(said(&["甲", "乙", "丙", "丁"]), "[1] 甲，乙，丙，等. 题[J].");
    assert_eq!(said(&["A B", "C D", "E F", "G H"]), "[1] A B, C D, E F, et al. T[J].");
    assert_eq!(said(&[" ", ""]), "[1] T[J].");
}

#[test]
fn an_identifier_is_given_once_however_it_was_typed() {
    for given in [
        "https://doi.org/10.1000/x",
        "http://dx.doi.org/10.1000/x",
        "doi:10.1000/x",
        "DOI: 10.1000/x",
        " 10.1000/x ",
    ] {
        let reference = Reference {
            doi: given.into(),
            ..work(ReferenceKind::Journal)
        };
        let line = cite(&reference, 1, CitationStyle::Gbt2025);
        assert_eq!(line, "[1] 某某. 某某标题[J]. DOI:10.1000/x.", "{given}");
    }
}

#[test]
fn what_only_looks_like_a_citation_is_none() {
    let found = |text: &str| {
        let all = citations(text).into_iter();
        all.map(|cited| cited.numbers.into_iter().collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("甲[1]乙[2，3]丙[2–4]"), [vec![1], vec![2, 3], vec![2, 3, 4]]);
    for text in [
        "[^1]",
        "[1](http://a.cn)",
        "[2024]",
        "[0]",
        "[]",
        "[a]",
        "[1",
        "[4-99999]",
        "```\n[1]\n```",
        "- [ ] 待办",
    ] {
        assert_eq!(found(text), Vec::<Vec<usize>>::new(), "{text}");
    }
    assert_eq!(found("```chart bar x\n,[1]\n```\n见[[2]]"), [[2]]);
}
