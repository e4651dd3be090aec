"""重大审计问题清单: which problems are on the list, who leads, how each week stood, how each came off it."""
