"""重大审计问题清单: the list, its weeks as a strip, the steps that can be taken, one problem's story."""
