//! Every file of the fuzz corpus, played again.

use std::fs;
use std::path::Path;

use luoxuan_tests::decoders;

#[test]
fn the_corpus_of_the_fuzzer_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, target) in decoders::ALL {
        let files = fs::read_dir(corpus.join(name)).expect("a folder for each target");
        let files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        assert!(files.len() > 3, "{name} has a corpus");
        for file in files {
            // A failure names the file.
            println!("{}", file.display());
            target(&fs::read(&file).expect("read"));
        }
    }
}
