//! Strongly connected components of a graph, by Tarjan's algorithm without recursion: a chain of records may be as long
//! as a text.

/// Stands for the order of a node that was not met.
const UNSEEN: usize = usize::MAX;

struct Walk<'g> {
    edges: &'g [Vec<usize>],
    /// In which order nodes were met.
    order: Vec<usize>,
    /// The earliest node that each is known to lead back to.
    low: Vec<usize>,
    /// Nodes whose component is not known yet.
    open: Vec<usize>,
    is_open: Vec<bool>,
    met: usize,
    found: Vec<Vec<usize>>,
}

/// The components, each after all those that it leads to.
pub(crate) fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let nodes = edges.len();
    let mut walk = Walk {
        edges,
        order: vec![UNSEEN; nodes],
        low: vec![UNSEEN; nodes],
        open: Vec::new(),
        is_open: vec![false; nodes],
        met: 0,
        found: Vec::new(),
    };
    for node in 0..nodes {
        if walk.order[node] == UNSEEN {
            walk.all_from(node);
        }
    }
    walk.found
}

impl Walk<'_> {
    fn all_from(&mut self, start: usize) {
        // The path from the start, each node with the number of its edges that were followed.
        let mut path = vec![(start, 0)];
        self.meet(start);
        while let Some((node, followed)) = path.last_mut() {
            let node = *node;
            if let Some(&next) = self.edges[node].get(*followed) {
                *followed += 1;
                if self.order[next] == UNSEEN {
                    self.meet(next);
                    path.push((next, 0));
                } else if self.is_open[next] {
                    self.low[node] = self.low[node].min(self.order[next]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                self.low[*before] = self.low[*before].min(self.low[node]);
            }
            if self.low[node] == self.order[node] {
                self.close(node);
            }
        }
    }

    fn meet(&mut self, node: usize) {
        (self.order[node], self.low[node]) = (self.met, self.met);
        self.met += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    /// Takes the component whose first node this is.
    fn close(&mut self, node: usize) {
        let first = self.open.iter().rposition(|&open| open == node).unwrap_or_default();
        let component = self.open.split_off(first);
        for &node in &component {
            self.is_open[node] = false;
        }
        self.found.push(component);
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    fn sorted(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut found = components(edges);
        found.iter_mut().for_each(|component| component.sort_unstable());
        found
    }

    #[test]
    fn what_is_led_to_comes_first() {
        assert_eq!(sorted(&[vec![1], vec![2], vec![]]), [[2], [1], [0]]);
        assert_eq!(sorted(&[vec![], vec![0, 0], vec![1, 0]]), [[0], [1], [2]]);
    }

    #[test]
    fn a_circle_is_one() {
        assert_eq!(sorted(&[vec![1], vec![2], vec![0, 3], vec![3]]), [vec![3], vec![0, 1, 2]]);
        assert_eq!(sorted(&[vec![1], vec![0, 2], vec![3], vec![2]]), [vec![2, 3], vec![0, 1]]);
        // A way back that is found late: 3 leads to 1 by way of 2, which was closed off from 0 until then.
        assert_eq!(sorted(&[vec![1, 3], vec![2], vec![1], vec![1, 0]]), [vec![1, 2], vec![0, 3]]);
    }

    #[test]
    fn a_chain_may_be_long() {
        let chain: Vec<Vec<usize>> = (1..=100_000).map(|next| vec![next % 100_000]).collect();
        assert_eq!(sorted(&chain).len(), 1);
    }
}
