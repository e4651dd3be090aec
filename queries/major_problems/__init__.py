"""重大审计问题清单: the weeks side by side, and one problem with all that was decided and told of it."""
