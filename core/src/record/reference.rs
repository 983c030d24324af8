//! A reference (参考文献): a work a text rests on, in its parts.

use super::{part, words};
use crate::time::Date;

words! {
    /// What kind of work it is, with the mark of GB/T 7714.
    pub enum ReferenceKind {
        /// 期刊文章 `[J]`.
        #[default]
        Journal = "journal",
        /// 专著 `[M]`.
        Book = "book",
        /// 学位论文 `[D]`.
        Thesis = "thesis",
        /// 会议文集 `[C]`.
        Proceedings = "proceedings",
        /// 报纸文章 `[N]`.
        Newspaper = "newspaper",
        /// 报告 `[R]`.
        Report = "report",
        /// 标准 `[S]`.
        Standard = "standard",
        /// 网络资源 `[EB/OL]`.
        Web = "web",
        /// 数据集 `[DS/OL]`.
        Dataset = "dataset",
        /// 预印本 `[PP/OL]`.
        Preprint = "preprint",
    }
}

part! {
    /// A work a text rests on, in its parts. Every part may be empty; what is empty is left out when it is cited.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::draft::cite;
    /// use luoxuan::record::{CitationStyle, Reference, ReferenceKind};
    /// let book = Reference {
    ///     kind: ReferenceKind::Book,
    ///     authors: vec!["周某".into()],
    ///     title: "课堂里的小问题".into(),
    ///     place: "杭州".into(),
    ///     publisher: "某某出版社".into(),
    ///     year: "2021".into(),
    ///     pages: "45".into(),
    ///     ..Reference::default()
    /// };
    /// assert_eq!(cite(&book, 2, CitationStyle::Gbt2025), "[2] 周某. 课堂里的小问题[M]. 杭州：某某出版社，2021：45.");
    /// assert_eq!(cite(&book, 2, CitationStyle::Gbt2015), "[2] 周某. 课堂里的小问题[M]. 杭州: 某某出版社, 2021: 45.");
    /// ```
    #[derive(Default)]
    pub struct Reference {
        /// What kind of work it is.
        pub kind: ReferenceKind,
        /// Who wrote it, in the order they are named there.
        pub authors: Vec<String>,
        /// Its title.
        pub title: String,
        /// What it stands in: the journal, the newspaper, the proceedings; of a chapter, the book.
        pub container: String,
        /// Who edited what it stands in.
        pub editors: Vec<String>,
        /// Where it was published; of a thesis, where the school is.
        pub place: String,
        /// Who published it; of a thesis, the school; of a standard, the body.
        pub publisher: String,
        /// The year, as it is written there.
        pub year: String,
        /// The volume (卷).
        pub volume: String,
        /// The issue (期).
        pub issue: String,
        /// The pages, such as `31-33`.
        pub pages: String,
        /// The number of a report or standard.
        pub number: String,
        /// Which edition of a book, if not the first (版次).
        pub edition: String,
        /// Its address on the web.
        pub url: String,
        /// The day it was published or last changed.
        pub published: Option<Date>,
        /// The day it was looked at.
        pub accessed: Option<Date>,
        /// Its digital object identifier, as it was given: with an address or `doi:` before it or without.
        pub doi: String,
    }
}
