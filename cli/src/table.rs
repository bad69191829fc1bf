//! Duty: text in columns. Input: rows. Output: a table that is aligned with spaces alone, so that other tools can read
//! it too.

use std::fmt;

/// A column's title and which side its cells are pushed to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column {
    /// Text.
    Left(&'static str),
    /// Numbers.
    Right(&'static str),
}

/// A table. A cell of the last column may have several lines.
#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

const GAP: &str = "  ";

impl Table {
    /// A table without rows.
    pub(crate) fn new(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, with a cell per column.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    fn width(&self, index: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.chars().count());
        cells.chain([self.columns[index].title().len()]).max().unwrap_or(0)
    }

    fn line<'c>(&self, f: &mut fmt::Formatter<'_>, cells: impl Iterator<Item = &'c str>) -> fmt::Result {
        let mut line = String::new();
        for (index, cell) in cells.enumerate().take(self.columns.len()) {
            let last = index + 1 == self.columns.len();
            match self.columns[index] {
                Column::Left(_) if last => line.push_str(&cell.replace('\n', &format!("\n{}", " ".repeat(line.len())))),
                Column::Left(_) => line.push_str(&format!("{cell:width$}{GAP}", width = self.width(index))),
                Column::Right(_) => line.push_str(&format!("{cell:>width$}{GAP}", width = self.width(index))),
            }
        }
        line.split('\n').try_for_each(|line| writeln!(f, "{}", line.trim_end()))
    }
}

impl Column {
    fn title(self) -> &'static str {
        match self {
            Self::Left(title) | Self::Right(title) => title,
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line(f, self.columns.iter().map(|column| column.title()))?;
        self.rows.iter().try_for_each(|row| self.line(f, row.iter().map(String::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_lines_end_in_text() {
        let mut table = Table::new(&[Column::Right("slot"), Column::Left("from"), Column::Left("method")]);
        table.row(["0".to_owned(), "IUnknown".to_owned(), "A()".to_owned()]);
        table.row(["12".to_owned(), String::new(), "B(\n    x)".to_owned()]);
        let expected = "\
slot  from      method
   0  IUnknown  A()
  12            B(
                    x)
";
        assert_eq!(table.to_string(), expected);
    }
}
