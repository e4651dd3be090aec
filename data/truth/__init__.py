"""整改真实性核查: drawing rectified findings to be looked at again, and writing down what was found."""
