#include "registry/deployed_forecaster.h"
