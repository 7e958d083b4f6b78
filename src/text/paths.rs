//! Paths in a line of text.

use std::path::PathBuf;

/// Paths as a line takes them: one as it is, several each in quotes.
pub fn written(paths: &[PathBuf]) -> String {
    if let [one] = paths {
        return one.display().to_string();
    }
    let quoted = |path: &PathBuf| {
        let path = path.display().to_string();
        if path.contains('"') { format!("'{path}'") } else { format!("\"{path}\"") }
    };
    paths.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_stands_as_it_is_and_several_in_quotes() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(written(&paths(&["/a/bc 1.docx"])), "/a/bc 1.docx");
        assert_eq!(written(&paths(&["/a/b.docx", "/a/c\"d.txt"])), "\"/a/b.docx\" '/a/c\"d.txt'");
    }
}
